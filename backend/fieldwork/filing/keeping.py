"""Keeping the bytes of documents that a team obtained on site, once act and bytes are both here.

They come by the uploads of photographs, and wait in staging for this job, because what a file is and
what is dangerous in it is searched by a worker and not while a phone waits.
"""

from uuid import UUID

from backend.core import change_feed, clock, custody
from backend.core.database import transaction
from backend.core.job_queue import KEEP_FILE, enqueue, enqueue_each
from backend.documents import filing
from backend.fieldwork.evidence import handing_over
from backend.fieldwork.queries import adopting as adopting_queries
from backend.fieldwork.queries import filed as queries
from backend.fieldwork.queries import inspections as inspection_queries
from backend.fieldwork.queries import protection as protection_queries
from backend.fieldwork.queries import storing as storing_queries
from backend.fieldwork.queries.filed import ToKeep

_MOST = 200


async def announced(file_id: UUID, officer_id: UUID, sha256: str) -> None:
    """Called when an act announces a document: if its bytes came first, enqueue their keeping.

    Runs in the transaction of the act. Bytes of another officer are never used.
    """
    if (
        await storing_queries.has_bytes_coming(officer_id, sha256)
        or await adopting_queries.restored_lately()
    ):
        await enqueue(KEEP_FILE, file_id, priority=10)


async def keep(file_id: UUID) -> bool:
    """Keep the bytes of a document. Safe to repeat.

    Returns False only if they are being stored right now: then try again. Raises Unavailable.
    """
    row = await queries.find_to_keep(file_id)
    if row is None:
        return True
    source = await storing_queries.find_source(row.officer_id, row.sha256)
    place = custody.name_of(row.unit_id, row.id, row.sha256)
    if source is None and not await _is_there(place, row):
        return not await queries.is_being_stored(file_id)
    object_key, size = (source.object_key, source.length) if source else (place, row.size)
    await filing.keep(
        filing.Coming(
            file_id=row.id,
            record=("inspection", row.inspection_id, row.id),
            unit_id=row.unit_id,
            sha256=row.sha256,
            size=size,
            object_key=object_key,
            file_name=row.file_name,
            by=row.officer_id,
        )
    )
    await _kept(row)
    if source is not None:
        await handing_over.moved(row.officer_id, row.sha256, object_key, place)
    return True


async def _kept(row: ToKeep) -> None:
    async with transaction():
        # Two documents kept at once: the second counts what the first has stored.
        await queries.lock_inspection(row.inspection_id)
        await queries.set_kept(row.id)
        await protection_queries.recount_missing(row.inspection_id)
        await inspection_queries.touch(row.inspection_id, None, clock.now())
        await change_feed.tell([row.officer_id], "file_receipt", str(row.id))


async def _is_there(place: str, row: ToKeep) -> bool:
    """Tell whether the store has the original, though a restored database has lost its upload."""
    lost = await adopting_queries.restored_lately()
    return lost and await custody.is_whole(place, row.sha256, row.size)


async def ask_again() -> int:
    """Enqueue documents whose job was lost, for the janitor; returns how many."""
    lost = await queries.list_lost(_MOST)
    async with transaction():
        await enqueue_each(KEEP_FILE, lost, priority=-1)
    return len(lost)
