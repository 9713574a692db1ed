"""Records that bytes are stored, with many uploads in one transaction if many are ready.

The PUTs and read-backs of several uploads run concurrently. A commit for each would cost a disk
flush and a handful of round trips. So while others are on their way from the spool into the store,
a finished upload waits for them a moment. That delays no phone: none keeps its connection open for
the receipt. A single upload does not wait.
"""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

import structlog

from backend.core import change_feed, clock, outages
from backend.core.database import transaction
from backend.core.job_queue import (
    KEEP_FILE,
    MAKE_PREVIEW,
    PLACE_PHOTO,
    PROTECT_PHOTO,
    enqueue_all,
    enqueue_each,
)
from backend.fieldwork.evidence import receipts
from backend.fieldwork.queries import filed as filed_queries
from backend.fieldwork.queries import photos as photo_queries
from backend.fieldwork.queries import storing as queries
from backend.fieldwork.queries.photos import StoredPhoto
from backend.fieldwork.queries.storing import UploadInStore
from media.keys import ObjectName
from media.spool import SpoolFile

if TYPE_CHECKING:
    from backend.core.stores import Parts

_log = structlog.get_logger("evidence")

_MOST = 32
_LINGER_SECONDS = 0.25


class StoredUpload(NamedTuple):
    """An upload whose bytes were read back at `first` and at each of `names`.

    `names` are the final names for the photographs that waited for the bytes.
    """

    id: UUID
    photo_id: UUID | None
    sha256: str
    size: int
    first: ObjectName
    names: dict[UUID, ObjectName]


class Proven(NamedTuple):
    """A stored upload with its spool file, which stays held until the upload is recorded."""

    upload: StoredUpload
    file: SpoolFile


class Recorder:
    """Records stored uploads in the database. There is one per process."""

    def __init__(
        self, parts: "Parts", more_coming: Callable[[], bool], done: Callable[[UUID], None]
    ) -> None:
        """`more_coming` tells whether more uploads are about to be added.

        `done` is called for each upload that was recorded, or that could not be: the next sweep
        finds that one again.
        """
        self._parts = parts
        self._more_coming = more_coming
        self._done = done
        self._waiting: list[Proven] = []
        self._singly = 0
        self._some = asyncio.Event()
        self._enough = asyncio.Event()

    def add(self, proven: Proven) -> None:
        """Queue an upload for recording. The recorder closes its file."""
        self._waiting.append(proven)
        self._some.set()
        self.look()

    def look(self) -> None:
        """Stop waiting if the batch is full or no more uploads are coming."""
        if self._singly or len(self._waiting) >= _MOST or not self._more_coming():
            self._enough.set()

    async def run(self) -> None:
        """Record queued uploads until cancelled."""
        while True:
            await self._some.wait()
            with contextlib.suppress(TimeoutError):
                # Not wait_for: before Python 3.12 it loses a cancellation arriving with the event.
                async with asyncio.timeout(_LINGER_SECONDS):
                    await self._enough.wait()
            most = 1 if self._singly else _MOST
            batch, self._waiting = self._waiting[:most], self._waiting[most:]
            self._singly = max(self._singly - 1, 0)
            await self._record(batch)
            self._enough.clear()
            if self._waiting:
                self.look()
            else:
                self._some.clear()

    def let_go(self) -> None:
        """Close the files of uploads that were not recorded."""
        while self._waiting:
            self._waiting.pop().file.close()

    async def _record(self, batch: list[Proven]) -> None:
        recorded = False
        try:
            await record_all([each.upload for each in batch])
            recorded = True
        except Exception as error:
            if len(batch) > 1 and outages.as_domain_error(error) is None:
                # One of them cannot be recorded. Record them singly, so that it does not block the
                # others for ever.
                self._singly, self._waiting, batch = len(batch), batch + self._waiting, []
            else:
                told = f"{type(error).__name__}: {error}"
                uploads = [str(each.upload.id) for each in batch]
                _log.warning("recording_failed", uploads=uploads, error=told)
        finally:
            try:
                await self._parts.on_disk(self._close, batch, recorded)
            finally:
                for each in batch:
                    self._done(each.upload.id)

    def _close(self, batch: list[Proven], recorded: bool) -> None:
        for each in batch:
            try:
                if recorded:
                    self._parts.spool.remove(each.upload.id)
            except OSError as error:  # the sweep of the spool will remove it; go on with the others
                told = f"{type(error).__name__}: {error}"
                _log.error("spool_remove_failed", upload=str(each.upload.id), error=told)
            finally:
                each.file.close()  # the last close of a deleted file frees its blocks


async def record_all(uploads: list[StoredUpload]) -> None:
    """Record uploads in one transaction.

    It sets photographs and uploads stored with their receipts, notifies phones, and enqueues the
    previews.
    """
    now = clock.now()
    photos = [photo for upload in uploads for photo in _photos_of(upload, now)]
    async with transaction():
        await photos_stored(photos, now)
        await queries.set_uploads_stored([_in_store(upload, now) for upload in uploads], now)
        # For acts that came while their bytes were going into the store; see photo_announced().
        late = await photo_queries.list_waiting_for([upload.id for upload in uploads])
        await enqueue_each(PLACE_PHOTO, late, priority=10)
        files = await filed_queries.list_waiting_for([upload.id for upload in uploads])
        await enqueue_each(KEEP_FILE, files, priority=10)


async def photos_stored(photos: list[StoredPhoto], now: datetime) -> None:
    """Record photographs as stored, within the caller's transaction."""
    if not photos:
        return
    await photo_queries.lock_inspections_of([photo.id for photo in photos])
    stored = await photo_queries.set_stored(photos, now)
    told = [
        (officer_id, str(row.id)) for row in stored for officer_id in {row.officer_id, *row.team}
    ]
    await change_feed.tell_each(told, "byte_receipt")
    previews = [(MAKE_PREVIEW, row.id, 0) for row in stored]
    # Protect also photographs stored before whose bytes the store had lost and that came again.
    await enqueue_all([*previews, *((PROTECT_PHOTO, photo.id, -1) for photo in photos)])


def stored_photo(
    photo_id: UUID, name: ObjectName, sha256: str, size: int, now: datetime
) -> StoredPhoto:
    """Return what photos_stored() records of a photograph, with its receipt."""
    key_id, signature = receipts.sign(photo_id, sha256, size, now)
    return StoredPhoto(
        id=photo_id,
        object_key=str(name),
        size=size,
        receipt_key_id=key_id,
        receipt_signature=signature,
    )


def _photos_of(upload: StoredUpload, now: datetime) -> list[StoredPhoto]:
    return [
        stored_photo(photo_id, name, upload.sha256, upload.size, now)
        for photo_id, name in upload.names.items()
    ]


def _in_store(upload: StoredUpload, now: datetime) -> UploadInStore:
    """Return what is recorded of an upload; with a receipt if no act of its officer named its photograph yet."""
    key_id, signature = None, None
    if upload.photo_id is not None and upload.photo_id not in upload.names:
        key_id, signature = receipts.sign(upload.photo_id, upload.sha256, upload.size, now)
    return UploadInStore(
        id=upload.id,
        object_key=str(upload.first),
        receipt_key_id=key_id,
        receipt_signature=signature,
    )
