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


class PlacedCase(OpenCase, frozen=True, kw_only=True):
    """A case that is not archived, with what it says of where its act happened."""

    number: str
    lead: str
    committed_at: str | None
    """Where the act happened, as the newest violation minutes say it of the first one."""
    drawn_at: str | None
    """Where these minutes were drawn up, if at the scene."""
    inspected_at: str | None
    """The address of the inspection decision."""
    commune: str | None
    """Of the party's place of business in the register."""


_THEIRS = """
    WITH RECURSIVE theirs AS (
        SELECT $1::uuid AS id
        UNION SELECT u.id FROM units u JOIN theirs t ON u.successor_id = t.id WHERE u.valid_to IS NOT NULL
    )
"""


async def placed_in(unit_id: UUID) -> list[PlacedCase]:
    """Return the same cases as open_in(), by number, with what they say of their place.

    For the system: no scope is asked. Piccolo has no recursive query.
    """
    found = await database.fetch(
        f"""
        {_THEIRS}
        SELECT c.id, c.unit_id, c.lead_id, c.number, o.full_name AS lead,
            m.fields #>> '{{violations,0,committed_at_place}}' AS committed_at,
            CASE WHEN coalesce(m.fields ->> 'drawn_at', 'scene') = 'scene'
                AND coalesce(m.fields ->> 'off_scene_reason', '') = '' THEN m.fields ->> 'place' END AS drawn_at,
            i.subject_address AS inspected_at, s.commune_code AS commune
        FROM cases c JOIN officers o ON o.id = c.lead_id
        LEFT JOIN inspections i ON i.id = c.inspection_id
        LEFT JOIN subjects s ON s.id = coalesce(c.subject_id, i.subject_id)
        LEFT JOIN LATERAL (SELECT d.fields FROM documents d WHERE d.case_id = c.id AND d.form = 'MBB01'
                           AND d.number IS NOT NULL ORDER BY d.issued_at DESC NULLS LAST, d.id DESC LIMIT 1) m ON true
        WHERE c.unit_id IN (SELECT id FROM theirs) AND c.state = ANY($2) ORDER BY c.number, c.id
        """,
        unit_id,
        sorted(NOT_ARCHIVED),
    )
    return rows.many(PlacedCase, found)


async def open_in(unit_id: UUID) -> list[OpenCase]:
    """Return cases that are not archived and are led by a unit, or by one that ended and whose work it took over.

    For the system: no scope is asked. Piccolo has no recursive query.
    """
    found = await database.fetch(
        f"""
        {_THEIRS}
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
