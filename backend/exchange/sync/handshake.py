"""What every contact tells a phone: signed time, the database's epoch, the server's keys, where its log stands.

What an anchor is and proves: backend/core/anchors.py.
"""

from datetime import datetime
from uuid import UUID

from backend.core import anchors, clock, keys
from backend.exchange.queries import sync as queries
from schemas.exchange.sync import Handshake


def _backed_up(through: datetime | None) -> str | None:
    """A day that has not come is told to nobody: phones would forget what no backup can hold yet."""
    return clock.rfc3339(through) if through is not None and through <= clock.now() else None


async def handshake(officer_id: UUID, device_id: UUID) -> Handshake:
    """Everything above for one officer on one device."""
    row = await queries.current_position(officer_id, device_id)
    return Handshake(
        anchor=anchors.make(),
        epoch=row["epoch"],
        server_keys=keys.current().public_keys(),
        last_seq=row["last_seq"],
        last_hash=row["last_hash"].hex() if row["last_hash"] else None,
        backed_up_through=_backed_up(row["backed_up_through"]),
    )
