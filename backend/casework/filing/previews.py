"""Previews of pictures that were filed in a case, made in a worker behind the fence of decoders."""

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from backend.casework.queries import scans as queries
from backend.core import clock
from backend.core.database import transaction
from backend.core.job_queue import PREVIEW_FILE, enqueue_each
from backend.core.stores import Parts
from backend.documents.rules import file_kinds
from backend.fieldwork.evidence import previews
from backend.force.queries import scans as scan_queries

if TYPE_CHECKING:
    from media.images import Inspector

_GIVEN_UP_AFTER = timedelta(minutes=10)
_MOST = 200


async def make(parts: Parts, inspector: "Inspector", file_id: UUID) -> None:
    """Make the preview of one picture. Repeating it changes nothing.

    Raises StoreError if the store does not answer; the job is then tried again.
    """
    row = await queries.filed(file_id)
    if row is None or row.preview is not None or row.media_type not in file_kinds.PICTURES:
        return
    found = await previews.draw(parts, inspector, row.id, row.sha256, row.object_key)
    async with transaction():
        await scan_queries.set_preview(file_id, "ready" if found.outcome == "ready" else "none")


async def ask_again() -> int:
    """Enqueue pictures whose job was lost, for the janitor; returns how many."""
    before = clock.now() - _GIVEN_UP_AFTER
    lost = await scan_queries.list_without_preview(before, sorted(file_kinds.PICTURES), _MOST)
    async with transaction():
        await enqueue_each(PREVIEW_FILE, lost, priority=-1)
    return len(lost)
