"""Backups that go on by themselves harm the running system in no way, whatever becomes of their place."""

import shutil
import time
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from backend.core import keys
from deploy.backup import following, keeping, proving
from deploy.backup.bringing import Bringing
from deploy.backup.places import FolderPlace
from deploy.backup.taking import Taker
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from deploy.servers import Servers
from deploy.supervisor import Interrupted

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

    keys.create(tmp_path / "keys")
    keys.load(tmp_path / "keys")
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


class Database:
    """What the running system's database says of the slot; and what became of the follower."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.kept: dict[str, str] | None = None
        self.launched = 0
        self.taker: Any = SimpleNamespace(
            folder=DataFolder(folder),
            parts=folder / "backup" / "parts",
            ask=self.ask,
            say=print,
            meet_again=lambda: None,
        )
        for name in ("slot", "make_slot", "drop_slot"):
            monkeypatch.setattr(following.queries, name, getattr(self, f"_{name}"))
        monkeypatch.setattr(following.Follower, "_launch", self.launch)

    async def ask(self, question: Any) -> Any:
        """As the taker asks."""
        return await question(self)

    def launch(self, *_follower: Any) -> None:
        """`pg_receivewal`."""
        assert self.kept == {"wal_status": "reserved"}
        self.launched += 1

    async def _slot(self, *_words: Any) -> dict[str, str] | None:
        return self.kept

    async def _make_slot(self, *_words: Any) -> None:
        assert self.kept is None
        self.kept = {"wal_status": "reserved"}

    async def _drop_slot(self, *_words: Any) -> None:
        assert self.kept is not None
        self.kept = None


@pytest.mark.parametrize("left", [None, {"wal_status": "lost"}])
def test_where_the_slot_is_gone_it_is_made_anew_while_backups_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: dict[str, str] | None
) -> None:
    database = Database(tmp_path / "system", monkeypatch)
    follower = following.Follower(database.taker)
    follower.start()
    assert (database.launched, follower.has_gap) == (1, True)
    follower.has_gap = False  # a copy was taken
    follower.start_again_where_gone()
    assert (database.launched, follower.has_gap) == (1, False)
    shutil.rmtree(tmp_path / "system")  # another was moved to its place: a restored one
    (tmp_path / "system").mkdir()
    database.kept = left
    follower.start_again_where_gone()
    assert (database.launched, follower.has_gap) == (2, True)
    assert database.taker.parts.is_dir()
    assert follower.folder.is_dir()


def test_after_a_gap_in_the_log_the_next_thing_is_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    points: list[str] = []
    copied = SimpleNamespace(kind="full", id="1", objects=SimpleNamespace(new=0, damaged=[]))
    same = SimpleNamespace(timeline=1, epoch="e")

    async def ask(_question: Any) -> Any:
        return same

    def pointed(*_words: Any) -> Any:
        points.append("point")
        return SimpleNamespace(at="now")

    monkeypatch.setattr(following, "POINT_SECONDS", 0.0)
    monkeypatch.setattr(following, "point", pointed)
    monkeypatch.setattr(following, "require_place", lambda _taker: None)
    all_of_them: Any = SimpleNamespace(newest=same)
    taker: Any = SimpleNamespace(
        manifests=all_of_them, ask=ask, say=print, run=lambda: copied, full=False
    )
    follower: Any = SimpleNamespace(has_gap=True, start_again_where_gone=lambda: None)
    proves: Any = SimpleNamespace(goes_on=lambda: True)
    idle: Any = SimpleNamespace(goes_on=lambda: False)
    later = time.monotonic() + 3600
    assert not following._points(taker, follower, proves, later)
    assert following._points(taker, follower, idle, later)
    following._last_point(taker, follower)
    following._copy(taker, follower)
    assert points == []
    assert not following._points(taker, follower, idle, later)
    following._copy(taker, follower)
    following._last_point(taker, follower)
    assert points == ["point"] * 3


def test_a_restored_folder_that_was_moved_into_the_path_is_reached_by_its_own_ports(
    tmp_path: Path,
) -> None:
    folder = DataFolder(tmp_path / "system")
    folder.path.mkdir()
    keys.create(folder.keys)
    first = Servers(folder)
    here: Any = SimpleNamespace(folder=folder, servers=first, settings="as before")
    Taker.meet_again(here)
    assert (here.servers, here.settings) == (first, "as before")
    folder.path.rename(tmp_path / "old")
    Taker.meet_again(here)
    assert not folder.path.exists()  # or what is moved here would come inside of it
    folder.path.mkdir()
    keys.create(folder.keys)
    restored = Servers(folder).ports
    assert restored != first.ports
    Taker.meet_again(here)
    assert here.servers.ports == restored
    assert f":{restored['postgres']}/" in here.settings.database_url
    assert here.settings.s3_endpoint.endswith(f":{restored['s3']}")


def test_a_proof_that_was_cut_off_leaves_no_second_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = tmp_path / "backup" / "proof-x" / "data" / "keys"

    def copied(*_words: Any) -> Any:
        left.mkdir(parents=True)
        raise Interrupted  # SIGTERM: the proof's process ends in the middle

    monkeypatch.setattr(following, "_copy", copied)
    monkeypatch.setattr(following.Follower, "start", lambda _follower: None)
    nothing: Any = SimpleNamespace(has_gap=lambda _manifests: False)
    taker: Any = SimpleNamespace(
        folder=DataFolder(tmp_path), say=print, noted=nothing, manifests=None
    )
    assert following.follow(taker, timedelta(minutes=15), None, []) == 0
    assert not list((tmp_path / "backup").glob("proof-*"))
