"""Moves bytes from the spool into the object store and reads them back; only then signs a receipt.

Each web process runs one Storer for the uploads that came through it. Every five seconds it also
looks for leftovers of its node: uploads that a killed process was storing, or that the store could
not take while it was down. Each step may be repeated, because an object's name holds its hash, and
rows change only once. The spool's lock gives a file to one Storer at a time.
"""

import asyncio
import contextlib
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import structlog

from backend.core import clock, custody
from backend.core.database import transaction
from backend.fieldwork.evidence import adopting
from backend.fieldwork.evidence.recording import (
    Proven,
    Recorder,
    StoredUpload,
    photos_stored,
    stored_photo,
)
from backend.fieldwork.queries import adopting as adopting_queries
from backend.fieldwork.queries import photos as photo_queries
from backend.fieldwork.queries import storing as queries
from backend.fieldwork.queries import uploads as upload_queries
from backend.fieldwork.queries.storing import ToStore
from media import keys
from media.keys import ObjectName
from media.spool import Busy, BytesLost
from media.store import ObjectMissing, StoreError

if TYPE_CHECKING:  # backend.core.stores imports this module to start the loop
    from backend.core.stores import Parts

_log = structlog.get_logger("evidence")

_WORKERS = 6
_SWEEP_SECONDS = 5.0
_SWEEP_LIMIT = 200
_SETTLED = timedelta(seconds=5)
"""An upload that is older and not stored may be a leftover; another process may be storing a
younger one."""


class Storer:
    """The storing loop of one process."""

    def __init__(self, parts: "Parts") -> None:
        self._parts = parts
        self._recorder = Recorder(parts, self._has_more, self._done)
        self._queue: asyncio.Queue[UUID] = asyncio.Queue()
        self._known: set[UUID] = set()
        self._in_hand = 0
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Start the loop, with leftovers first."""
        self._tasks = [asyncio.create_task(self._work()) for _ in range(_WORKERS)]
        self._tasks.append(asyncio.create_task(self._recorder.run()))
        self._tasks.append(asyncio.create_task(self._look_for_leftovers()))

    async def stop(self) -> None:
        """Stop immediately. The next start finds unfinished uploads again."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._recorder.let_go()
        self._tasks = []

    def notify(self, upload_id: UUID) -> None:
        """Queue a complete upload, unless it is queued already."""
        if upload_id not in self._known:
            self._known.add(upload_id)
            self._queue.put_nowait(upload_id)

    async def sweep(self, *, settled: timedelta = timedelta(0)) -> int:
        """Queue this node's leftovers, and place photographs whose bytes came before their act.

        Uploads received less than `settled` ago are skipped: the process that received them stores
        them. Returns how many were found.
        """
        before = clock.now() - settled
        # Under load other processes are working on most of what waits, so our own queue goes first.
        limit = _SWEEP_LIMIT if self._queue.empty() else _WORKERS
        left = await queries.list_to_store(self._parts.settings.node, before, limit)
        for upload_id in left:
            self.notify(upload_id)
        waiting = await photo_queries.list_to_place(_SWEEP_LIMIT)
        for photo_id in waiting:
            await place(self._parts, photo_id)
        return len(left) + len(waiting)

    async def drain(self) -> None:
        """Return when nothing is queued or being stored (for a clean end, and for tests)."""
        await self._queue.join()

    async def _look_for_leftovers(self) -> None:
        settled = timedelta(0)
        while True:
            try:
                await self.sweep(settled=settled)
                settled = _SETTLED
            except Exception as error:
                _log.warning("sweep_failed", error=f"{type(error).__name__}: {error}")
            await asyncio.sleep(_SWEEP_SECONDS)

    def _has_more(self) -> bool:
        return self._in_hand > 0 or not self._queue.empty()

    def _done(self, upload_id: UUID) -> None:
        self._known.discard(upload_id)
        self._queue.task_done()

    async def _work(self) -> None:
        while True:
            upload_id = await self._queue.get()
            self._in_hand += 1
            proven = None
            try:
                proven = await store(self._parts, upload_id)
            except Exception as error:  # the next sweep tries again
                _log.warning(
                    "storing_failed",
                    upload=str(upload_id),
                    error=f"{type(error).__name__}: {error}",
                )
            self._in_hand -= 1
            if proven is None:
                self._done(upload_id)
                self._recorder.look()
            else:
                self._recorder.add(proven)


async def store(parts: "Parts", upload_id: UUID) -> Proven | None:
    """Store one complete upload, to be recorded next.

    Returns None if it is stored already or another process is storing it.
    """
    try:
        file = await parts.on_disk(parts.spool.hold, upload_id)
    except Busy:
        return None
    except BytesLost:
        await _lost(parts, upload_id)
        return None
    proven = None
    try:
        row = await queries.find_to_store(upload_id)
        if row is None:
            return None
        if file.offset < row.length:
            await _step_back(parts, upload_id, file.offset)
            return None
        proven = Proven(await _stored(parts, row, file.path), file)
        return proven
    finally:
        if proven is None:
            await parts.on_disk(file.close)


async def _stored(parts: "Parts", row: ToStore, path: Path) -> StoredUpload:
    """Put the bytes under every name that they must have, and read each object back."""
    sha256, size = row.actual_sha256, row.length
    names = _names(row)
    if not names and row.twin is not None:
        first = keys.parse(row.twin)  # sent again after a lost receipt: the store has the bytes
    else:
        first = next(iter(names.values()), keys.staged(row.id))
        media_type = _media_type(row.file_type)
        await parts.store.put_file(first, path, sha256=sha256, size=size, media_type=media_type)
    await custody.prove(parts.store, first, sha256, size)
    for name in list(names.values())[1:]:
        await parts.store.copy(first, name)
        await custody.prove(parts.store, name, sha256, size)
    return StoredUpload(row.id, row.photo_id, sha256, size, first, names)


async def place(parts: "Parts", photo_id: UUID) -> bool:
    """Copy bytes that came before their act to their final name.

    Returns False if they are not in the store (yet).
    """
    photo = await photo_queries.find_to_place(photo_id)
    if photo is None:
        return True
    source_row = await queries.find_source(photo.officer_id, photo.sha256)
    if source_row is None:
        return await _adopted(parts, photo_id)
    source, sha256 = keys.parse(source_row.object_key), photo.sha256
    target = keys.original(photo.unit_id, photo_id, sha256)
    try:
        await parts.store.copy(source, target)
    except ObjectMissing:
        # The bytes were placed for another photograph a moment ago, whose row names the new object.
        # Or a restore brought back a row from before the placing.
        return await _adopted(parts, photo_id)
    await custody.prove(parts.store, target, sha256, source_row.length)
    now = clock.now()
    async with transaction():
        await photos_stored([stored_photo(photo_id, target, sha256, source_row.length, now)], now)
        if source.bucket is keys.Bucket.STAGING:
            await queries.move_upload(photo.officer_id, sha256, str(source), str(target))
    if source.bucket is keys.Bucket.STAGING:
        with contextlib.suppress(StoreError):  # an orphan in staging does no harm
            await parts.store.delete_staged(source)
    return True


async def _adopted(parts: "Parts", photo_id: UUID) -> bool:
    return await adopting_queries.restored_lately() and await adopting.adopt(parts, photo_id)


async def place_or_tell(parts: "Parts", photo_id: UUID) -> bool:
    """Call place(). Returns False only if the bytes are being stored right now: then try again."""
    return await place(parts, photo_id) or not await queries.is_being_stored(photo_id)


def _names(row: ToStore) -> dict[UUID, ObjectName]:
    """Return the final name for each photograph that waits for these bytes."""
    return {
        photo_id: keys.original(unit_id, photo_id, row.actual_sha256)
        for photo_id, unit_id in zip(row.photo_ids, row.unit_ids, strict=True)
    }


def _media_type(stated: str | None) -> str:
    """Return the type that the phone stated, if it is a known picture type.

    It is only a label on the object; nothing relies on it.
    """
    known = {"image/jpeg", "image/png", "image/webp", "image/heic", "image/heif"}
    return stated if stated in known else "application/octet-stream"


async def _lost(parts: "Parts", upload_id: UUID) -> None:
    """Handle a complete upload whose file is missing: look again while holding the file.

    Since the first look another process may have set it back, and the phone may have sent it again.
    """
    if await queries.find_to_store(upload_id) is None:
        return
    await parts.on_disk(parts.spool.make_again, upload_id)
    try:
        file = await parts.on_disk(parts.spool.hold, upload_id)
    except (Busy, BytesLost):
        return  # the process that holds it handles it, or else the next sweep does
    try:
        row = await queries.find_to_store(upload_id)
        if row is not None and file.offset < row.length:
            await _step_back(parts, upload_id, file.offset)
    finally:
        file.close()


async def _step_back(parts: "Parts", upload_id: UUID, left: int) -> None:
    """Set the offset back to what the spool has, so that the phone, without a receipt, sends again.

    Call it only while holding the file.
    """
    _log.error("spool_bytes_lost", upload=str(upload_id), left=left)
    await upload_queries.step_back(upload_id, left, parts.settings.node)
