"""Queries of the numbers that are kept for decisions."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import database, rows, scope
from backend.core.actors import Actor


class KeptRow(msgspec.Struct, frozen=True, kw_only=True):
    """A number that is reserved for a paper, and who reserved it."""

    document_id: UUID
    form: str
    year: int
    number: int
    unit_code: str
    subject_name: str
    reserved_at: datetime
    full_name: str


_KEPT = """
    SELECT n.document_id, p.form, n.year, n.number, u.code AS unit_code,
        p.subject_name, n.reserved_at, o.full_name
    FROM document_numbers n JOIN decision_papers p ON p.id = n.document_id
    JOIN officers o ON o.id = n.reserved_by JOIN units u ON u.id = n.issuer_id
    WHERE n.state = 'reserved'
"""


async def kept(actor: Actor, before: datetime, limit: int) -> list[KeptRow]:
    """List numbers reserved for papers in sight and last tried before this moment, oldest first."""
    seen, args = scope.sql(scope.decision_papers(actor), "p", 3)
    found = await database.fetch(
        f"{_KEPT} AND n.changed_at < $1 AND {seen} ORDER BY n.reserved_at, n.document_id LIMIT $2",
        before,
        limit,
        *args,
    )
    return rows.many(KeptRow, found)


async def kept_for(document_id: UUID) -> KeptRow | None:
    """Return the number that is reserved for a paper, or None. The caller has checked scope."""
    return rows.one(KeptRow, await database.fetchrow(f"{_KEPT} AND p.id = $1", document_id))
