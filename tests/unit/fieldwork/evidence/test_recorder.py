"""Who is ready together is recorded together; nobody waits for who does not come, or for who cannot."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from backend.fieldwork.evidence import recording
from backend.fieldwork.evidence.recording import Proven, Recorder, StoredUpload
from media import keys
from media.spool import Busy, Spool
from schemas.core.ids import new_id
from tests.support.waiting import waiting_for


class Parts:
    """What a Recorder uses of the real ones."""

    def __init__(self, folder: Path) -> None:
        self.spool = Spool(folder)

    async def on_disk(self, call: Callable[..., Any], *args: Any) -> Any:
        return call(*args)


class Desk:
    """A recorder at work, and what it did."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.parts = Parts(folder)
        self.more_coming = True
        self.batches: list[list[UUID]] = []
        self.done: asyncio.Queue[UUID] = asyncio.Queue()
        self.refused: set[UUID] = set()
        self.recorder = Recorder(self.parts, lambda: self.more_coming, self.done.put_nowait)  # type: ignore[arg-type]
        patch.setattr(recording, "record_all", self._record_all)

    async def _record_all(self, uploads: list[StoredUpload]) -> None:
        ids = [upload.id for upload in uploads]
        if self.refused & set(ids):
            raise ValueError("this one cannot be recorded")
        self.batches.append(ids)

    def proven(self) -> Proven:
        """A whole upload in the spool, held."""
        upload_id = new_id()
        self.parts.spool.create(upload_id)
        name = keys.staged(upload_id)
        return Proven(
            StoredUpload(upload_id, None, "0" * 64, 0, name, {}), self.parts.spool.hold(upload_id)
        )

    async def until_done(self, count: int) -> None:
        async with waiting_for("the work to be done"):
            for _ in range(count):
                await self.done.get()


@pytest.fixture
async def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Desk]:
    made = Desk(tmp_path / "spool", monkeypatch)
    running = asyncio.create_task(made.recorder.run())
    yield made
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    made.recorder.let_go()


async def test_uploads_that_are_ready_together_share_one_transaction(desk: Desk) -> None:
    all_of_them = [desk.proven() for _ in range(5)]
    for each in all_of_them[:-1]:
        desk.recorder.add(each)
    await asyncio.sleep(0)
    desk.more_coming = False
    desk.recorder.add(all_of_them[-1])
    await desk.until_done(5)
    assert desk.batches == [[each.upload.id for each in all_of_them]]


async def test_an_upload_alone_waits_for_nobody(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording, "_LINGER_SECONDS", 3600)
    desk.more_coming = False
    desk.recorder.add(desk.proven())
    await desk.until_done(1)


async def test_an_upload_does_not_wait_long_for_one_that_never_comes(desk: Desk) -> None:
    desk.recorder.add(desk.proven())
    await desk.until_done(1)


async def test_when_the_last_on_its_way_turns_out_to_be_none_nobody_waits_for_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording, "_LINGER_SECONDS", 3600)
    desk.recorder.add(desk.proven())
    await asyncio.sleep(0)
    desk.more_coming = False
    desk.recorder.look()
    await desk.until_done(1)


async def test_an_upload_that_cannot_be_recorded_holds_no_other_back(desk: Desk) -> None:
    all_of_them = [desk.proven() for _ in range(4)]
    bad = all_of_them[1].upload.id
    desk.refused.add(bad)
    for each in all_of_them:
        desk.recorder.add(each)
    await desk.until_done(4)
    good = [each.upload.id for each in all_of_them if each.upload.id != bad]
    assert [upload_id for batch in desk.batches for upload_id in batch] == good
    assert not any(desk.parts.spool.path(upload_id).exists() for upload_id in good)
    desk.parts.spool.hold(bad).close()  # its bytes are there and free: the next sweep finds it


async def test_a_stop_gives_back_the_files_of_what_was_not_recorded(desk: Desk) -> None:
    one = desk.proven()
    with pytest.raises(Busy):
        desk.parts.spool.hold(one.upload.id)
    desk.recorder.add(one)
    desk.recorder.let_go()
    desk.parts.spool.hold(one.upload.id).close()


async def test_a_stop_that_comes_with_the_last_upload_is_heard(desk: Desk) -> None:
    running = asyncio.create_task(desk.recorder.run())
    desk.recorder.add(desk.proven())
    await asyncio.sleep(0.01)
    desk.more_coming = False
    desk.recorder.look()
    running.cancel()
    async with waiting_for("the recorder to end"):
        await asyncio.gather(running, return_exceptions=True)
    assert running.cancelled()


async def test_a_file_that_cannot_be_deleted_ends_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: UUID) -> None:
        raise PermissionError("not yours")

    monkeypatch.setattr(desk.parts.spool, "remove", refuse)
    desk.more_coming = False
    first, second = desk.proven(), desk.proven()
    desk.recorder.add(first)
    await desk.until_done(1)
    desk.recorder.add(second)
    await desk.until_done(1)
    for each in (first, second):
        desk.parts.spool.hold(each.upload.id).close()
