"""Backups that go on by themselves harm the running system in no way, whatever becomes of their place."""

import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from deploy.backup import following, keeping, proving
from deploy.backup.bringing import Bringing
from deploy.backup.places import FolderPlace
from deploy.data_folder import DataFolder
from deploy.failures import Failure

NEWEST = SimpleNamespace(id="20261126T000000Z", files=[], objects=SimpleNamespace(bytes=0))


def taker(place: FolderPlace, said: list[str]) -> Any:
    """Whoever backs up there, and has done so before."""
    asked = SimpleNamespace(newest=NEWEST, line=lambda _newest: [NEWEST])
    return SimpleNamespace(place=place, manifests=asked, say=said.append)


def test_while_the_disk_of_the_backups_is_away_no_segments_pile_up_on_ours(tmp_path: Path) -> None:
    mounted_no_more = FolderPlace(tmp_path / "backups", make=True)
    following_taker: Any = taker(mounted_no_more, [])
    asked: list[Any] = []
    following_taker.ask = asked.append  # the database: what ends a segment is asked there
    with pytest.raises(Failure, match="is its disk mounted"):
        following.point(following_taker, SimpleNamespace())  # type: ignore[arg-type]  # not reached
    assert not asked
    assert not list((tmp_path / "backups").iterdir())


def test_a_place_that_does_not_answer_while_old_chains_go_ends_no_backups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(*_words: Any) -> int:
        raise Failure("nơi sao lưu không trả lời", "the place does not answer")

    monkeypatch.setattr(keeping, "forget", silent)
    said: list[str] = []
    following.forget(taker(FolderPlace(tmp_path, make=True), said), 30)
    assert "does not answer" in said[0]


def test_a_proof_leaves_the_running_system_its_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = SimpleNamespace(total=1000, used=910, free=90)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: disk)
    back = Bringing(FolderPlace(tmp_path, make=True), DataFolder(tmp_path / "new"), lambda _t: None)
    line: Any = [NEWEST]
    back.require_room(line)  # a disk of its own may be filled
    back.spare = proving._SPARE
    with pytest.raises(Failure, match="left"):
        back.require_room(line)
