"""Records that somebody read evidence.

A photograph's readers are shown by backend/fieldwork/evidence/reading.py.
"""

from uuid import UUID

from backend.core.actors import Actor
from backend.core.queries import access_log as queries


async def record(
    actor: Actor,
    action: str,
    record_id: UUID | None,
    *,
    photo_id: UUID | None = None,
    address: str | None,
) -> None:
    """Record that an officer opened `record_id` or one photograph of it, or took a copy.

    Call it before sending any bytes. `record_id` is null if the officer searched all records.
    `action` says what was done (`inspection.page`, `photo.original`, `record.package`,
    `rescue.opened`, `party.searched`). `address` is that of the officer's browser, as the server
    saw it.
    """
    await queries.insert(actor, action, record_id, photo_id, address)
