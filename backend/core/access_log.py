"""Recording that somebody read. Who read a photograph is told in its story: backend/fieldwork/evidence/reading.py."""

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
    """A person opened `record_id`, or one photograph of it, or took a copy. Before the bytes are given. Null: he asked
    over all records.

    `action` is what was done (`inspection.page`, `photo.original`, `record.package`, `rescue.opened`,
    `party.searched`); `address` where his browser is, as the server saw it.
    """
    await queries.insert(actor, action, record_id, photo_id, address)
