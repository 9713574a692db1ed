"""Recording that bytes are stored: many uploads in one transaction, where many are ready.

Each upload's PUT and read-back run side by side; their commits would each cost a disk flush and a
handful of round trips. So who is ready while a transaction runs joins the next one. One upload
alone waits for nobody.
"""

import asyncio
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from backend import clock
from backend.changes import service as changes
from backend.database import transaction
from backend.evidence import photo_queries, queries, receipts
from backend.job_queue import (
    MAKE_PREVIEW,
    PLACE_PHOTO,
    PROTECT_PHOTO,
    enqueue_all,
    enqueue_each,
)
from media.keys import ObjectName

_MOST = 32


class StoredUpload(NamedTuple):
    """An upload whose bytes were read back at `first`, and under a final name for each photograph
    that waited."""

    id: UUID
    photo_id: UUID | None
    sha256: str
    size: int
    first: ObjectName
    names: dict[UUID, ObjectName]


class Recorder:
    """Brings stored uploads into the database. One a process."""

    def __init__(self) -> None:
        self._waiting: list[tuple[StoredUpload, asyncio.Future[None]]] = []
        self._running: asyncio.Task[None] | None = None

    async def record(self, stored: StoredUpload) -> None:
        """Return when it is committed. Raises what the database raised."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((stored, done))
        if self._running is None or self._running.done():
            self._running = asyncio.create_task(self._run())
        await done

    async def _run(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:_MOST], self._waiting[_MOST:]
            try:
                await record_all([stored for stored, _ in batch])
            except Exception as error:  # each of them is found again by the sweep
                for _, done in batch:
                    if not done.done():
                        done.set_exception(error)
            else:
                for _, done in batch:
                    if not done.done():
                        done.set_result(None)


async def record_all(uploads: list[StoredUpload]) -> None:
    """One transaction: photographs stored with their receipts, uploads stored, phones told,
    previews asked for."""
    now = clock.now()
    photos = [photo for upload in uploads for photo in _photos_of(upload, now)]
    async with transaction():
        await photos_stored(photos, now)
        await queries.set_uploads_stored([_row_of(upload, now) for upload in uploads], now)
        # Acts that came while the bytes were on their way into the store: see photo_announced().
        late = await photo_queries.list_waiting_for([upload.id for upload in uploads])
        await enqueue_each(PLACE_PHOTO, late, priority=10)


async def photos_stored(photos: list[tuple[Any, ...]], now: datetime) -> None:
    """Within a transaction: rows of (photo id, object name, size, key id, signature)."""
    if not photos:
        return
    await photo_queries.lock_inspections_of([photo[0] for photo in photos])
    stored = await photo_queries.set_stored(photos, now)
    told = [
        (officer_id, str(row["id"]))
        for row in stored
        for officer_id in {row["officer_id"], *row["team"]}
    ]
    await changes.tell_each(told, "byte_receipt")
    previews = [(MAKE_PREVIEW, row["id"], 0) for row in stored]
    # Also for one that was stored before and is put again, because the store had lost it.
    await enqueue_all([*previews, *((PROTECT_PHOTO, photo[0], -1) for photo in photos)])


def stored_photo(
    photo_id: UUID, name: ObjectName, sha256: str, size: int, now: datetime
) -> tuple[Any, ...]:
    """A row for photos_stored(), with its receipt."""
    return (photo_id, str(name), size, *receipts.sign(photo_id, sha256, size, now))


def _photos_of(upload: StoredUpload, now: datetime) -> list[tuple[Any, ...]]:
    return [
        stored_photo(photo_id, name, upload.sha256, upload.size, now)
        for photo_id, name in upload.names.items()
    ]


def _row_of(upload: StoredUpload, now: datetime) -> tuple[Any, ...]:
    """The upload carries a receipt of its own only where no act named its photograph yet."""
    receipt: tuple[Any, ...] = (None, None)
    if upload.photo_id is not None and upload.photo_id not in upload.names:
        receipt = receipts.sign(upload.photo_id, upload.sha256, upload.size, now)
    return (upload.id, str(upload.first), *receipt)
