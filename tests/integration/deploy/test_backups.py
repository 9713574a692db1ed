"""A running demonstration is backed up, destroyed on paper, and comes back: by the commands that an operator types."""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import asyncpg
import pyrage
import pytest

from deploy import surroundings
from deploy.data_folder import DataFolder
from deploy.demo.photographs import drawn
from deploy.servers import Servers
from tests.integration.deploy.running import Running, command, up

pytestmark = [pytest.mark.slow, pytest.mark.long]


@dataclass
class System:
    """A running demonstration with a visit in it, its first backup, and the operator's identity."""

    running: Running
    backups: Path
    identity: Path
    recipient: str

    @property
    def folder(self) -> Path:
        return self.running.folder

    def backup(self, *more: object) -> subprocess.CompletedProcess[str]:
        """`backup`, as the operator types it."""
        to = ("--to", self.backups, "--data-dir", self.folder)
        return command("backup", *to, "--recipient", self.recipient, *more)

    def restore(self, source: Path, new: Path, *more: object) -> subprocess.CompletedProcess[str]:
        """`restore`, likewise."""
        words = ("--from", source, "--data-dir", new, "--identity", self.identity)
        return command("restore", *words, *more)


def visit(folder: Path, photographs: Path, count: int) -> None:
    """A phone and a desk play a visit with so many photographs."""
    photographs.mkdir(exist_ok=True)
    for number in range(count):
        (photographs / f"{number}.jpg").write_bytes(drawn(f"{number}.jpg", "sao lưu").data)
    played = command("demo-visit", "--photos", photographs, "--data-dir", folder)
    assert played.returncode == 0, played.stdout + played.stderr


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    """In a path with spaces and Vietnamese letters."""
    place = tmp_path_factory.mktemp("Sao lưu của tôi")
    identity = pyrage.x25519.Identity.generate()
    (place / "identity").write_text(f"# created: today\n{identity}\n")
    with up(place / "dữ liệu") as running:
        visit(running.folder, place / "ảnh", 3)
        kept = place / "bản sao"
        system = System(running, kept, place / "identity", str(identity.to_public()))
        first = system.backup()
        assert first.returncode == 0, first.stdout + first.stderr
        yield system


async def counted(folder: Path, question: str) -> int:
    """Ask a running installation's database."""
    connection = await asyncpg.connect(Servers(DataFolder(folder)).owner_dsn())
    try:
        answer: int = await connection.fetchval(question)
        return answer
    finally:
        await connection.close()


ENTRIES = "SELECT count(*) FROM ledger_entries"
LOCKED = "SELECT count(*) FROM photos WHERE legal_hold AND retained_until IS NOT NULL"


async def test_what_was_backed_up_while_it_ran_comes_back_whole_and_starts(
    system: System, tmp_path: Path
) -> None:
    visit(system.folder, tmp_path / "ảnh", 2)
    before = await counted(system.folder, ENTRIES), await counted(system.folder, LOCKED)
    second = system.backup()
    assert second.returncode == 0, second.stdout + second.stderr
    assert "incremental" in second.stdout
    assert " 100%" not in second.stdout  # the changed blocks alone
    new = tmp_path / "mới"
    back = system.restore(system.backups, new)
    assert back.returncode == 0, back.stdout + back.stderr
    assert "everything is as it was recorded" in back.stdout
    with up(new) as again:
        assert again.is_ready()
        assert await counted(new, ENTRIES) >= before[0]
        assert await counted(new, LOCKED) >= before[1] > 0
        visit(new, tmp_path / "ảnh", 1)  # and it works on
        verified = command("verify", "--data-dir", new)
        assert verified.returncode == 0, verified.stdout + verified.stderr


def test_nothing_secret_lies_in_a_backup_or_on_a_command_line(system: System) -> None:
    secrets = json.loads((system.folder / "secrets.json").read_text()).values()
    keys = [file.read_bytes() for file in (system.folder / "keys").iterdir()]
    for file in (file for file in system.backups.rglob("*") if file.is_file()):
        data = file.read_bytes()
        assert file.stat().st_mode & 0o077 == 0
        assert not [secret for secret in secrets if secret.encode() in data]
        assert not [key for key in keys if key in data]


@pytest.mark.parametrize(
    ("harm", "part"),
    [
        ("flipped", "database/*/base.tar.gz"),
        ("cut", "database/*/pg_wal.tar.gz"),
        ("gone", "database/*/backup_manifest"),
        ("flipped", "lists/*"),
        ("flipped", "keys/*"),
        ("gone", "keys/*"),
        ("cut", "manifests/*"),
        ("flipped", "objects/*/*"),
        ("gone", "objects/*/*"),
    ],
)
def test_a_damaged_backup_is_refused_in_one_sentence_and_leaves_nothing(
    system: System, tmp_path: Path, harm: str, part: str
) -> None:
    shutil.copytree(system.backups, tmp_path / "b")
    victim = max((tmp_path / "b").glob(part))
    data = bytearray(victim.read_bytes())
    if harm == "flipped":
        data[len(data) // 2] ^= 1
        victim.write_bytes(data)
    elif harm == "cut":
        victim.write_bytes(data[: len(data) // 2])
    else:
        victim.unlink()
    back = system.restore(tmp_path / "b", tmp_path / "mới")
    assert back.returncode == 1, back.stdout + back.stderr
    assert len(back.stderr.splitlines()) == 1
    assert victim.name in back.stderr
    assert not (tmp_path / "mới").exists() or not list((tmp_path / "mới").iterdir())


def test_another_persons_identity_opens_nothing(system: System, tmp_path: Path) -> None:
    system_of_another = tmp_path / "identity"
    system_of_another.write_text(str(pyrage.x25519.Identity.generate()))
    back = command(
        *("restore", "--from", system.backups, "--data-dir", tmp_path / "mới"),
        *("--identity", system_of_another),
    )
    assert back.returncode == 1
    assert "does not open" in back.stderr


def test_of_two_backups_at_once_one_waits_for_its_turn_to_be_asked_again(
    system: System, tmp_path: Path
) -> None:
    words = [sys.executable, str(surroundings.ROOT / "cli.py"), "backup", "--full"]
    words += ["--data-dir", str(system.folder), "--to", str(tmp_path / "b"), "--without-keys"]
    together = [
        subprocess.Popen(words, stderr=subprocess.PIPE, text=True, env=surroundings.for_child({}))
        for _ in range(2)
    ]
    said = [each.communicate()[1] for each in together]
    assert sorted(each.returncode for each in together) == [0, 1]
    assert "another backup of this installation is running" in "".join(said)


def test_a_backup_killed_half_way_is_no_backup_and_the_next_goes_on(
    system: System, tmp_path: Path
) -> None:
    words = [sys.executable, str(surroundings.ROOT / "cli.py"), "backup"]
    words += ["--data-dir", str(system.folder), "--to", str(tmp_path / "b"), "--without-keys"]
    for seconds in (0.7, 1.0, 1.3):
        killed = subprocess.Popen(words, env=surroundings.for_child({}))
        time.sleep(seconds)
        killed.kill()
        killed.wait()
    done = command(*words[2:])
    assert done.returncode == 0, done.stdout + done.stderr
    keys = ("--keys", system.folder)
    new = tmp_path / "mới"
    back = command("restore", "--from", tmp_path / "b", "--data-dir", new, *keys)
    assert back.returncode == 0, back.stdout + back.stderr


def test_another_installations_backups_are_not_mixed_in(system: System, tmp_path: Path) -> None:
    shutil.copytree(system.backups, tmp_path / "b")
    for file in (tmp_path / "b/manifests").iterdir():
        told = json.loads(file.read_text())
        file.write_text(json.dumps(told | {"system_identifier": "7"}))
    to = ("--to", tmp_path / "b", "--data-dir", system.folder)
    refused = command("backup", *to, "--without-keys")
    assert refused.returncode == 1
    assert "damaged or was changed" in refused.stderr  # nor believed what was changed
