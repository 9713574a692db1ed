"""SQL of the access log. The application's role may add rows, but not change or delete them."""

from uuid import UUID

from backend.core import database
from backend.core.actors import Actor


async def insert(
    actor: Actor, action: str, record_id: UUID | None, photo_id: UUID | None, address: str | None
) -> None:
    """Insert one reading, dated by the database's clock: an officer's, or a machine operator's."""
    await database.execute(
        """
        INSERT INTO access_log (officer_id, operator, session_id, action, record_id, photo_id, address)
        VALUES ($1, $2, $3, $4, $5, $6, $7::text::inet)
        """,
        None if actor.operator else actor.officer_id,
        actor.operator,
        actor.session_id,
        action,
        record_id,
        photo_id,
        address,
    )
