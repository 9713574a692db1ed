"""What every contact tells a phone: signed time, the database's epoch, the server's keys, where its log stands.

What an anchor is and proves: backend/anchors.py.
"""

from uuid import UUID

from backend import anchors, clock, keys
from backend.sync import queries
from schemas.sync import Handshake


async def handshake(officer_id: UUID, device_id: UUID) -> Handshake:
    """Everything above for one officer on one device."""
    row = await queries.standing(officer_id, device_id)
    return Handshake(
        anchor=anchors.make(),
        epoch=row["epoch"],
        server_keys=keys.current().public_keys(),
        last_seq=row["last_seq"],
        last_hash=row["last_hash"].hex() if row["last_hash"] else None,
        backed_up_through=clock.rfc3339(row["backed_up_through"])
        if row["backed_up_through"]
        else None,
    )
