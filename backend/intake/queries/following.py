"""Which informations a case or an inspection has to tell that its state moved."""

from uuid import UUID

import msgspec

from backend.core import database, rows


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """An information, with the number and state of a record that it led to."""

    information_id: UUID
    number: str
    state: str | None
    """None for an inspection that is only proposed."""


async def of_case(case_id: UUID, information_ids: list[UUID]) -> list[Moved]:
    """Return these informations with the number and state of a case."""
    found = await database.fetch(
        """
        SELECT i.id AS information_id, c.number, c.state FROM cases c, informations i
        WHERE c.id = $1 AND i.id = ANY ($2::uuid[]) ORDER BY i.id
        """,
        case_id,
        information_ids,
    )
    return rows.many(Moved, found)


async def cases_moved(case_id: UUID) -> list[Moved]:
    """List the informations that are linked to a case and know another state of it."""
    found = await database.fetch(
        """
        SELECT l.information_id, c.number, c.state FROM information_links l JOIN cases c ON c.id = l.record_id
        WHERE l.record_id = $1 AND l.kind = 'case' AND l.state IS DISTINCT FROM c.state ORDER BY l.information_id
        """,
        case_id,
    )
    return rows.many(Moved, found)


async def inspections_moved(inspection_id: UUID) -> list[Moved]:
    """List the informations that are linked to an inspection and know another state of it."""
    found = await database.fetch(
        """
        SELECT l.information_id, coalesce(nullif(l.number, ''), i.decision_number) AS number, i.state
        FROM information_links l JOIN inspections i ON i.id = l.record_id
        WHERE l.record_id = $1 AND l.kind = 'inspection' AND l.state IS DISTINCT FROM i.state ORDER BY l.information_id
        """,
        inspection_id,
    )
    return rows.many(Moved, found)
