"""What `up` refuses before anything starts: one plain sentence, exit code 1, nothing changed."""

import os
import socket
import subprocess
from pathlib import Path

import pytest

from tests.integration.deploy.running import command, free_port

pytestmark = pytest.mark.slow


def refusal(*words: object) -> str:
    """The one sentence with which a command is refused."""
    ended = command(*words)
    assert ended.returncode == 1, ended.stdout + ended.stderr
    lines = ended.stderr.splitlines()
    assert len(lines) == 1, ended.stderr
    assert " / " in lines[0]  # both languages
    return lines[0]


def test_beyond_the_loopback_only_with_tls(tmp_path: Path) -> None:
    said = refusal("up", "--host", "::", "--data-dir", tmp_path / "d")
    assert "--tls-cert" in said
    assert not (tmp_path / "d").exists()


def test_a_certificate_that_cannot_be_read(tmp_path: Path) -> None:
    words = ("--tls-cert", tmp_path / "none.pem", "--tls-key", tmp_path / "none.key")
    assert "none.pem" in refusal("up", *words, "--data-dir", tmp_path / "d")


def test_a_port_taken_by_another_program(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert str(port) in refusal("up", "--port", port, "--data-dir", tmp_path / "d")


def test_a_data_folder_of_a_newer_version(tmp_path: Path) -> None:
    (tmp_path / "VERSION").write_text("2\n")
    said = refusal("up", "--port", free_port(), "--data-dir", tmp_path)
    assert "newer version" in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["VERSION", "lock"]


@pytest.mark.long
def test_a_folder_that_holds_something_else(tmp_path: Path) -> None:
    (tmp_path / "letter.odt").write_text("dear Lan")
    assert "is not empty" in refusal("up", "--port", free_port(), "--data-dir", tmp_path)


@pytest.mark.long
def test_commands_on_a_folder_without_installation(tmp_path: Path) -> None:
    assert "no installation" in refusal("create-admin", "--data-dir", tmp_path / "nothing")
    assert not (tmp_path / "nothing").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk to fill")
def test_a_full_disk(tmp_path: Path) -> None:
    disk = tmp_path / "đĩa nhỏ"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=50m", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this machine lets even root mount nothing")
    try:
        said = refusal("up", "--port", free_port(), "--data-dir", disk / "data")
        assert "MB left" in said
    finally:
        subprocess.run(["umount", disk], check=True)


@pytest.mark.parametrize(
    ("lost", "runbook"),
    [
        (("postgres", "keys"), "database-lost"),
        (("seaweedfs",), "store-lost"),
        (("postgres", "seaweedfs", "keys", "secrets.json"), "both-lost"),
    ],
)
def test_lost_parts_are_not_begun_anew_empty(
    tmp_path: Path, lost: tuple[str, ...], runbook: str
) -> None:
    (tmp_path / "VERSION").write_text("1\n")
    parts = ("keys/receipt.pem", "secrets.json", "postgres/18/PG_VERSION", "seaweedfs/data/x")
    for made in (*parts, "logs/worker.log"):
        if not made.startswith(lost):
            (tmp_path / made).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / made).write_text("{}")
    said = refusal("up", "--port", free_port(), "--data-dir", tmp_path)
    assert f"docs/runbooks/{runbook}.md" in said
    for part in lost:
        assert not list((tmp_path / part).glob("*"))
