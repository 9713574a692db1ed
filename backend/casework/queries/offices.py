"""Queries of who serves in the units of a case, under which title, on a day."""

from datetime import date
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.clock import SQL_TODAY
from backend.core.compiled import Query
from backend.force.tables.officers import Officer, OfficerPosition
from backend.force.tables.units import Unit


class OfficerOnDay(msgspec.Struct, frozen=True, kw_only=True):
    """An officer with the title of a day."""

    officer_id: UUID
    full_name: str
    officer_number: str | None
    title_vi: str
    """Empty if the officer held none."""
    covers: bool
    """The title is in one of the units that were asked for."""


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """A title, and the level of its unit (1 is the top)."""

    title_vi: str
    level: int


class InOffice(msgspec.Struct, frozen=True, kw_only=True):
    """A supervisor with a title and its unit."""

    officer_id: UUID
    full_name: str
    title_vi: str
    unit_name: str
    unit_id: UUID


@compiled.value(str)
def unit_code(unit_id: UUID) -> Query:
    """Return the code that the unit's numbers begin with."""
    return Unit.select(Unit.code).where(Unit.id == unit_id)


async def serving_in(unit_id: UUID) -> int:
    """Count the officers of this very unit with an open account, own credentials and a post there today.

    Officers who are only registered, and never signed in, make no small unit a larger one.
    """
    count: int = await database.fetchval(
        f"""
        SELECT count(*) FROM officers o WHERE o.unit_id = $1 AND o.state = 'active'
          AND EXISTS (SELECT FROM credentials c WHERE c.officer_id = o.id)
          AND EXISTS (SELECT FROM officer_positions p WHERE p.officer_id = o.id AND p.unit_id = $1
            AND p.valid_from <= {SQL_TODAY} AND (p.valid_to IS NULL OR p.valid_to > {SQL_TODAY}))
        """,
        unit_id,
    )
    return count


async def officer_on_day(
    officer_id: UUID, day: date, units: list[UUID] | None = None
) -> OfficerOnDay | None:
    """Return name, number and title of an officer on a day of Vietnam.

    Of several titles, one in `units` (those of a case) goes first, then the newest. `covers` tells whether it
    is in `units`.
    """
    found = await database.fetchrow(
        """
        SELECT o.id AS officer_id, o.full_name, o.officer_number, COALESCE(p.title_vi, '') AS title_vi,
            COALESCE(p.covers, false) AS covers
        FROM officers o LEFT JOIN LATERAL (
            SELECT title_vi, COALESCE(unit_id = ANY ($3::uuid[]), false) AS covers
            FROM officer_positions WHERE officer_id = o.id AND valid_from <= $2
                AND (valid_to IS NULL OR valid_to > $2) ORDER BY 2 DESC, valid_from DESC LIMIT 1
        ) p ON true WHERE o.id = $1
        """,
        officer_id,
        day,
        units,
    )
    return rows.one(OfficerOnDay, found)


@compiled.many(Office)
def offices(officer_id: UUID, day: date, units: list[UUID]) -> Query:
    """List an officer's titles on a day in these units, each with its unit's level (1 is the top)."""
    theirs = OfficerPosition.select(
        OfficerPosition.title_vi, OfficerPosition.unit_id.level.as_alias("level")
    ).where(OfficerPosition.officer_id == officer_id)
    not_over = OfficerPosition.valid_to.is_null() | (OfficerPosition.valid_to > day)
    of_day = theirs.where(OfficerPosition.valid_from <= day).where(not_over)
    here = of_day.where(rows.any_of(OfficerPosition.unit_id, units))
    lowest_last = here.order_by(OfficerPosition.unit_id.level)
    return lowest_last.order_by(OfficerPosition.valid_from, ascending=False)


async def in_office_as(full_name: str, units: list[UUID], day: date) -> list[UUID]:
    """List the officers of this name who held a title in one of these units on a day."""
    found = await database.fetch(
        """
        SELECT DISTINCT o.id FROM officers o JOIN officer_positions p ON p.officer_id = o.id
        WHERE normalize(o.full_name) = normalize($1) AND p.unit_id = ANY ($2::uuid[]) AND p.valid_from <= $3
            AND (p.valid_to IS NULL OR p.valid_to > $3)
        """,
        full_name.strip(),
        units,
        day,
    )
    return [row["id"] for row in found]


@compiled.exists
def is_active(officer_id: UUID) -> Query:
    """Tell whether the officer can sign in and act."""
    return Officer.exists().where(Officer.id == officer_id).where(Officer.state == "active")


async def list_in_office(units: list[UUID], day: date) -> list[InOffice]:
    """List supervisors with a title in these units on a day, lowest unit first."""
    found = await database.fetch(
        """
        SELECT o.id AS officer_id, o.full_name, p.title_vi, u.name_vi AS unit_name, u.id AS unit_id
        FROM officers o JOIN officer_roles r ON r.officer_id = o.id AND r.role = 'supervisor'
            JOIN officer_positions p ON p.officer_id = o.id AND p.valid_from <= $2
                AND (p.valid_to IS NULL OR p.valid_to > $2)
            JOIN units u ON u.id = p.unit_id
        WHERE p.unit_id = ANY ($1::uuid[]) AND o.unit_id = ANY ($1::uuid[]) AND o.state = 'active'
        ORDER BY u.level DESC, p.valid_from, o.id
        """,
        units,
        day,
    )
    return rows.many(InOffice, found)
