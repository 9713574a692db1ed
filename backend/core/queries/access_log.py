"""SQL of the access log. The application's role may add rows, but not change or delete them."""

from uuid import UUID

from backend.core import database

_INSERT = """
    INSERT INTO access_log (officer_id, operator, session_id, kind, action, record_id, photo_id, address, detail)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text::inet, $9::text::jsonb)
"""


async def insert(
    *,
    officer_id: UUID | None,
    operator: str | None,
    session_id: UUID | None,
    kind: str,
    action: str,
    record_id: UUID | None,
    photo_id: UUID | None,
    address: str | None,
    detail: str | None,
) -> None:
    """Insert one row, of an officer or of a machine operator.

    The database dates it, and adds the unit that the officer has at that time (migration 0208). In a transaction it is
    written together with what else waits to be written, at the latest before it ends.
    """
    named = (officer_id, operator, session_id, kind, action, record_id, photo_id, address, detail)
    if database.remembered() is None:
        await database.execute(_INSERT, *named)
    else:
        await database.defer("noted", f"noted AS ({_INSERT})", *named)
