"""Originals in the object store whose rows a restored database has lost.

The phone got its byte receipt before the restore and may have deleted the bytes since. The name of
an original holds the photograph's id and hash, so the act that announced the photograph tells which
object it is. That object is read whole, and a new receipt is signed.
"""

from typing import TYPE_CHECKING
from uuid import UUID

import structlog

from backend.core import clock
from backend.core.database import transaction
from backend.fieldwork.evidence.recording import photos_stored, stored_photo
from backend.fieldwork.queries import photos as photo_queries
from media import keys
from media.store import ObjectMissing

if TYPE_CHECKING:
    from backend.core.stores import Parts

_log = structlog.get_logger("evidence")


async def adopt(parts: "Parts", photo_id: UUID) -> bool:
    """Record the original of an announced photograph as stored, if the store has it whole.

    Returns False if it does not. Raises StoreUnavailable, StoreRefused. Safe to repeat: a
    photograph that is recorded as stored is not touched.
    """
    photo = await photo_queries.find_to_place(photo_id)
    if photo is None:
        return True
    name = keys.original(photo.unit_id, photo_id, photo.sha256)
    try:
        measured = await parts.store.read_back(name)
    except ObjectMissing:
        return False
    if measured.sha256 != photo.sha256:
        _log.error("original_not_adopted", photo=str(photo_id), object=str(name))
        return False
    now = clock.now()
    async with transaction():
        await photos_stored(
            [stored_photo(photo_id, name, measured.sha256, measured.size, now)], now
        )
    _log.warning("original_adopted", photo=str(photo_id), object=str(name))
    return True
