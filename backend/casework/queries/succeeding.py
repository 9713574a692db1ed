"""Queries of cases whose unit ended."""

from uuid import UUID

import msgspec

from backend.casework.rules.states import NOT_ARCHIVED
from backend.casework.tables.cases import Case
from backend.core import compiled, database, rows
from backend.core.compiled import Query


class OpenCase(msgspec.Struct, frozen=True, kw_only=True):
    """A case that is not archived, and who answers for it."""

    id: UUID
    unit_id: UUID
    """Which led it until now."""
    lead_id: UUID


async def open_in(unit_id: UUID) -> list[OpenCase]:
    """Return cases that are not archived and are led by a unit, or by one that ended and whose work it took over.

    For the system: no scope is asked. Piccolo has no recursive query.
    """
    found = await database.fetch(
        """
        WITH RECURSIVE theirs AS (
            SELECT $1::uuid AS id
            UNION SELECT u.id FROM units u JOIN theirs t ON u.successor_id = t.id WHERE u.valid_to IS NOT NULL
        )
        SELECT c.id, c.unit_id, c.lead_id FROM cases c
        WHERE c.unit_id IN (SELECT id FROM theirs) AND c.state = ANY($2) ORDER BY c.id
        """,
        unit_id,
        sorted(NOT_ARCHIVED),
    )
    return rows.many(OpenCase, found)


@compiled.write
def lead(case_id: UUID, unit_id: UUID) -> Query:
    """Have another unit lead the case."""
    return Case.update({Case.unit_id: unit_id}).where(Case.id == case_id)


async def restructure(act_id: UUID, officer_id: UUID, case_id: UUID, to_id: UUID) -> None:
    """Have a case, with all that is its, lie in another part than the rest of its unit's work.

    By a function of the schema's owner, which writes down what it rewrote.
    """
    await database.execute(
        "SELECT count(*) FROM restructure_case($1, $2, $3, $4)", act_id, officer_id, case_id, to_id
    )
