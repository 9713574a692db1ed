"""Cleans up after uploads: expired uploads, spool files without an upload, previews never made."""

from uuid import UUID

from backend.core import clock
from backend.core.database import transaction
from backend.core.job_queue import MAKE_PREVIEW, enqueue, enqueue_each
from backend.core.stores import Parts
from backend.fieldwork.queries import photos as photo_queries
from backend.fieldwork.queries import uploads as queries
from media import metadata
from media.spool import Busy, BytesLost

_LIMIT = 500
_LATER = -10
"""Priority of jobs that can wait until everything that phones sent today is done."""
_ORPHAN_SECONDS = 3600
"""A file this old that no row needs was left by a process killed between writing file and row."""


async def expire_uploads(parts: Parts) -> int:
    """End unfinished uploads that have expired, and delete their spool files. Returns how many."""
    expired = await queries.list_expired(clock.now(), _LIMIT)
    for upload_id in expired:
        await parts.on_disk(parts.spool.remove, upload_id)
    return len(expired)


async def spool_leftovers(parts: Parts, unix_time: float) -> list[UUID]:
    """Return the files of this node's spool, over an hour old, that no upload needs."""
    old = [
        upload_id
        for upload_id, changed in await parts.on_disk(lambda: list(parts.spool.all_ids()))
        if changed < unix_time - _ORPHAN_SECONDS
    ]
    states = await queries.states_of(old)
    return [one for one in old if states.get(one) not in ("receiving", "received")]


async def sweep_spool(parts: Parts, unix_time: float) -> int:
    """Delete files of this node's spool that no upload needs, unless another process holds them."""
    removed = 0
    for upload_id in await spool_leftovers(parts, unix_time):
        try:
            file = await parts.on_disk(parts.spool.hold, upload_id)
        except (Busy, BytesLost):
            continue
        await parts.on_disk(parts.spool.remove, upload_id)
        file.close()
        removed += 1
    return removed


async def ask_again_for_previews() -> int:
    """Enqueue previews that are long overdue. Returns how many.

    A lost job would otherwise hide a photograph for ever.
    """
    waiting = await photo_queries.list_without_preview(_LIMIT)
    for photo_id in waiting:
        async with transaction():
            await enqueue(MAKE_PREVIEW, photo_id)
    return len(waiting)


async def ask_to_read_again() -> int:
    """Enqueue photographs that an earlier version of the metadata reader read. Returns how many.

    They get what that version did not read (a perceptual hash, XMP, C2PA), and then their findings.
    Runs at each start of a worker. Enqueuing a photograph twice gives one job.
    """
    after: UUID | None = None
    asked = 0
    while batch := await photo_queries.list_read_by_another(metadata.READER, after, _LIMIT):
        async with transaction():
            await enqueue_each(MAKE_PREVIEW, batch, priority=_LATER)
        after = batch[-1]
        asked += len(batch)
    return asked
