"""Where the tests' servers keep their data: in memory, if it has room, and nothing stays behind."""

import os
import shutil
from pathlib import Path

import pytest

from tests.support import memory


def test_it_is_gone_after_the_block_and_so_is_what_a_killed_run_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "MEMORY", tmp_path)
    monkeypatch.setattr(memory, "LEAST_FREE_BYTES", 1)
    killed = tmp_path / "hientruong-tests-4194305-abc"  # beyond Linux's highest process id
    running = tmp_path / f"hientruong-tests-{os.getpid()}-abc"
    killed.mkdir()
    running.mkdir()
    with memory.in_memory(tmp_path / "otherwise") as place:
        assert place.parent == tmp_path
        assert place.stat().st_mode & 0o777 == 0o700
        (place / "file").touch()
    assert list(tmp_path.iterdir()) == [running]


def test_without_room_the_disk_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "has_room", lambda _: False)
    with memory.in_memory(tmp_path) as place:
        assert place == tmp_path
    assert tmp_path.is_dir()


def test_a_folder_that_is_not_there_has_no_room(tmp_path: Path) -> None:
    assert memory.has_room(tmp_path) == (
        shutil.disk_usage(tmp_path).free >= memory.LEAST_FREE_BYTES
    )
    assert not memory.has_room(tmp_path / "none")
