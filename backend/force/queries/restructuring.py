"""Queries of restructurings: what lies in a unit, and the one function that rewrites where rows lie."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.force.queries.units import UnitRow
from backend.force.tables.officers import Officer, OfficerPosition
from backend.force.tables.units import PathRewrite, Unit


class Rewritten(msgspec.Struct, frozen=True, kw_only=True):
    """How many rows of a table lie elsewhere, or would."""

    table_name: str
    row_count: int


class OpenPosition(msgspec.Struct, frozen=True, kw_only=True):
    """A position that an officer holds, or will, in one unit."""

    id: UUID
    officer_id: UUID
    title_vi: str
    title_en: str
    valid_from: date
    valid_to: date | None


async def count_owned(unit_id: UUID) -> list[Rewritten]:
    """Count what lies in a unit and below by table: exactly the rows that restructure() rewrites."""
    found = await database.fetch("SELECT table_name, row_count FROM count_owned($1)", unit_id)
    return rows.many(Rewritten, found)


async def restructure(
    act_id: UUID, officer_id: UUID, unit_id: UUID, to_id: UUID, *, into: bool, since: date
) -> list[Rewritten]:
    """Put a unit below another, or (`into`) all that lies in it into the one that takes it over.

    By a function of the schema's owner: nothing else may write where a unit lies, and what it does is
    written down in `path_rewrites` by itself.
    """
    found = await database.fetch(
        "SELECT table_name, row_count FROM restructure($1, $2, $3, $4, $5, $6)",
        act_id,
        officer_id,
        unit_id,
        to_id,
        into,
        since,
    )
    return rows.many(Rewritten, found)


async def rewritten_by(act_ids: Sequence[UUID]) -> list[Rewritten]:
    """Return what these acts rewrote by table, summed."""
    found = await database.fetch(
        """
        SELECT table_name, sum(row_count)::bigint AS row_count FROM path_rewrites WHERE act_id = ANY($1)
        GROUP BY table_name HAVING sum(row_count) > 0 ORDER BY table_name
        """,
        list(act_ids),
    )
    return rows.many(Rewritten, found)


@compiled.exists
def rewrote(act_id: UUID) -> Query:
    """Tell whether an act rewrote anything."""
    return PathRewrite.exists().where(PathRewrite.act_id == act_id)


@compiled.many(UnitRow)
def below(parent_id: UUID) -> Query:
    """Return the units in force directly below one, by code."""
    found = Unit.select(*rows.columns(UnitRow, Unit)).where(Unit.parent_id == parent_id)
    return found.where(Unit.valid_to.is_null()).order_by(Unit.code)


async def deepest(level: int, unit_id: UUID) -> int:
    """Return the level of the lowest unit in a unit of this level: one that ended moves along, and counts."""
    found = await database.fetchval(
        f"SELECT max(level) FROM units WHERE unit_{int(level)} = $1", unit_id
    )
    return int(found or level)


async def officers_of(unit_id: UUID) -> list[UUID]:
    """Return the officers who belong to a unit directly, also those who may not sign in."""
    found = await Officer.select(Officer.id).where(Officer.unit_id == unit_id).order_by(Officer.id)
    return [one["id"] for one in found]


@compiled.many(OpenPosition)
def positions_in(unit_id: UUID, on: date) -> Query:
    """Return the positions in a unit that are held on a day or begin afterwards."""
    found = OfficerPosition.select(*rows.columns(OpenPosition, OfficerPosition))
    found = found.where(OfficerPosition.unit_id == unit_id)
    return found.where(OfficerPosition.valid_to.is_null() | (OfficerPosition.valid_to > on))


async def settle(act_id: UUID, officer_id: UUID) -> int:
    """Have every row lie where its unit lies, by a function of the schema's owner; return how many did not."""
    found = await database.fetchval(
        "SELECT coalesce(sum(row_count), 0) FROM settle_paths($1, $2)", act_id, officer_id
    )
    return int(found)


async def settle_recent(hours: int) -> int:
    """Have rows lie right that were written at a former place while their unit was restructured in the last hours.

    By a function of the schema's owner, each under the act that moved the unit; returns how many did not.
    """
    return int(await database.fetchval("SELECT settle_recent($1)", hours))


async def officers_by_unit() -> dict[UUID, int]:
    """Return how many active officers each unit has directly."""
    found = await database.fetch(
        "SELECT unit_id, count(*) AS officers FROM officers WHERE state = 'active' GROUP BY unit_id"
    )
    return {row["unit_id"]: row["officers"] for row in found}


@compiled.value(UUID)
def in_force(code: str) -> Query:
    """Return the unit in force with this code, or None. The caller decides who may change it."""
    return Unit.select(Unit.id).where(Unit.code == code).where(Unit.valid_to.is_null())


@compiled.value(UUID)
def officer_named(username: str) -> Query:
    """Return the officer with this user name, or None."""
    return Officer.select(Officer.id).where(Officer.username == username)


class ListedOfficer(msgspec.Struct, frozen=True, kw_only=True):
    """An active officer, to choose one."""

    id: UUID
    full_name: str


@compiled.many(ListedOfficer)
def named_officers_of(unit_id: UUID) -> Query:
    """Return the active officers who belong to a unit directly, by name."""
    found = Officer.select(Officer.id, Officer.full_name).where(Officer.unit_id == unit_id)
    return found.where(Officer.state == "active").order_by(Officer.full_name, Officer.id)


async def count_open(unit_id: UUID) -> dict[str, int]:
    """Count what is open in a unit and below. By a function of the schema: its tables are those of groups above."""
    found = await database.fetch("SELECT what, n FROM count_open($1)", unit_id)
    return {row["what"]: row["n"] for row in found}
