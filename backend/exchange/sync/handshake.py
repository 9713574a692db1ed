"""What a phone receives at every contact: signed time, epoch, the server's keys, its log's head, its public address.

backend/core/anchors.py explains what an anchor is and proves.
"""

from datetime import datetime
from uuid import UUID

from backend.core import anchors, clock, keys
from backend.documents import public_checks
from backend.exchange.queries import sync as queries
from schemas.exchange.sync import Handshake


def _backed_up(through: datetime | None) -> str | None:
    """Return until when data is backed up; None for a time in the future.

    With a future time, phones would delete work that no backup can contain yet.
    """
    return clock.rfc3339(through) if through is not None and through <= clock.now() else None


async def handshake(officer_id: UUID, device_id: UUID) -> Handshake:
    """Return all of this for one officer on one device."""
    row = await queries.current_position(officer_id, device_id)
    return Handshake(
        anchor=anchors.make(),
        epoch=row.epoch,
        server_keys=keys.current().public_keys(),
        last_seq=row.last_seq,
        last_hash=row.last_hash.hex() if row.last_hash else None,
        backed_up_through=_backed_up(row.backed_up_through),
        public_url=public_checks.address(),
    )
