"""An older cluster put back beside the newer object store, by the command line, as an operator does it."""

import json
import os
import shutil
import signal
from pathlib import Path

import pytest

from tests.integration.deploy.running import command, free_port, up

pytestmark = pytest.mark.long


def copy_with_owners(source: Path, target: Path) -> None:
    """As `cp -a`: the database's files belong to an account of its own where we are root."""
    shutil.copytree(source, target, symlinks=True)
    for path in (source, *source.rglob("*")):
        was = path.lstat()
        os.chown(target / path.relative_to(source), was.st_uid, was.st_gid, follow_symlinks=False)


def test_an_older_cluster_does_not_start_beside_a_newer_store_until_it_is_declared(
    tmp_path: Path,
) -> None:
    folder, kept = tmp_path / "hệ thống", tmp_path / "mốc kiểm.json"
    with up(folder):
        pass
    copy_with_owners(folder / "postgres", tmp_path / "đêm qua")
    with up(folder) as running:
        visit = command("demo-case", "--data-dir", folder, "--base-url", url(running.port))
        assert visit.returncode == 0, visit.stdout + visit.stderr
        done = command("restored", "--data-dir", folder, "--reason", "đang chạy", "--yes")
        assert done.returncode == 1
        assert "not stopped" in done.stderr
        for out in (kept, tmp_path / "mốc kiểm.html"):
            written = command("checkpoint", "--data-dir", folder, "--out", out)
            assert written.returncode == 0, written.stderr
        assert "<svg" in (tmp_path / "mốc kiểm.html").read_text(encoding="utf-8")
        running.process.send_signal(signal.SIGINT)
        running.process.wait(60)
    fits = command("verify", "--data-dir", folder, "--since", kept)
    assert fits.returncode == 0, fits.stdout
    assert f"{kept} ({json.loads(kept.read_text())['size']} entries): fits" in fits.stdout

    shutil.rmtree(folder / "postgres")
    copy_with_owners(tmp_path / "đêm qua", folder / "postgres")
    refused = command("up", "--data-dir", folder, "--port", free_port())
    assert refused.returncode == 1
    assert "run hientruong restored" in refused.stderr
    assert "Traceback" not in refused.stderr
    for since in ([], ["--since", kept]):
        told = command("verify", "--data-dir", folder, *since)
        assert told.returncode == 1, told.stdout
        assert "the ledger is shorter" in told.stdout
    only_told = command("restored", "--data-dir", folder, "--reason", "Bản sao lưu đêm qua")
    assert only_told.returncode == 1
    assert "--yes" in only_told.stderr
    done = command("restored", "--data-dir", folder, "--reason", "Bản sao lưu đêm qua", "--yes")
    assert done.returncode == 0, done.stderr
    assert "entries at least" in done.stdout
    again = command("restored", "--data-dir", folder, "--reason", "Bản sao lưu đêm qua", "--yes")
    assert "declared already" in again.stdout
    with up(folder) as running:
        assert running.is_ready()
    after = command("verify", "--data-dir", folder, "--since", kept)
    assert after.returncode == 0, after.stdout
    assert "lost in a restore that was declared" in after.stdout


def url(port: int) -> str:
    """Where the system answers."""
    return f"http://127.0.0.1:{port}"
