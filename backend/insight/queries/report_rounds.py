"""Queries of the jobs that begin reports and remind heads, and of how far each unit is."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core import compiled, database, remembering, rows
from backend.core.actors import Owned
from backend.core.compiled import Query
from backend.force.tables.units import Unit as UnitTable
from backend.insight.tables.reports import ReportRecord
from schemas.insight.words import ReportState


class Unit(Owned, frozen=True, kw_only=True):
    """A unit with its place in the tree and its time."""

    id: UUID
    level: int
    name_vi: str
    name_en: str
    valid_to: date | None
    """First day on which it was closed."""
    successor_id: UUID | None


class Owed(Owned, frozen=True, kw_only=True):
    """A report in work that the law sets a day."""

    id: UUID
    definition: str
    version: int
    title: str
    unit_id: UUID
    unit_name_vi: str
    unit_name_en: str
    first_day: date
    last_day: date
    due_on: date


_UNIT = "u.id, u.level, u.name_vi, u.name_en, u.valid_to, u.successor_id, u.unit_1, u.unit_2, u.unit_3, u.unit_4"
_ALIVE = "state NOT IN ('given_up', 'corrected')"
# A unit that was closed within the period was there on its first day, and owes what was done until then.
_IN_PERIOD = """u.valid_from <= {last} AND (u.valid_to IS NULL OR u.valid_to > {first})"""


async def unbegun(definition: str, level: int, first: date, last: date, today: date) -> list[Unit]:
    """Return the units of a level that were there in a period and have no report of it.

    Without those that nobody serves in: nobody would write it. A unit that closed in the period has nobody any more;
    its report is begun all the same, for the unit above.
    """
    found = await database.fetch(
        f"""
        SELECT {_UNIT} FROM units u
        WHERE u.level = $2 AND {_IN_PERIOD.format(first="$3", last="$4")}
            AND (u.valid_to <= $5 OR EXISTS (SELECT FROM officers o WHERE o.unit_id = u.id AND o.state = 'active'))
            AND NOT EXISTS (SELECT FROM reports r WHERE r.unit_id = u.id AND r.definition = $1
                AND r.first_day = $3 AND r.{_ALIVE})
        ORDER BY u.id
        """,
        definition,
        level,
        first,
        last,
        today,
    )
    return rows.many(Unit, found)


@remembering.once
async def first_begun() -> datetime | None:
    """Return when the first report was begun here, or None."""
    found: datetime | None = await database.fetchval("SELECT min(begun_at) FROM reports")
    return found


@compiled.many(Unit)
def below(unit_id: UUID, first: date, last: date) -> Query:
    """Return the units right below one that were there in a period, by their code."""
    query = UnitTable.select(*rows.columns(Unit, UnitTable)).where(UnitTable.parent_id == unit_id)
    query = query.where(UnitTable.valid_from <= last)
    query = query.where(UnitTable.valid_to.is_null() | (UnitTable.valid_to > first))
    return query.order_by(UnitTable.code)


async def owed(since: date, until: date, today: date, after: UUID | None, limit: int) -> list[UUID]:
    """Return reports in work whose day lies between two days and whose heads were not told yet, in the order of ids.

    Before its day they are told once (`near`), after it once more (`late`).
    """
    found = await database.fetch(
        """SELECT r.id FROM reports r WHERE r.state IN ('draft', 'ready', 'approved')
            AND r.due_on BETWEEN $1 AND $2 AND ($4::uuid IS NULL OR r.id > $4)
            AND NOT EXISTS (SELECT FROM notices n WHERE n.kind = 'report' AND n.record_id = r.id
                AND n.once = r.id || CASE WHEN r.due_on < $3 THEN '/late' ELSE '/near' END)
        ORDER BY r.id LIMIT $5""",
        since,
        until,
        today,
        after,
        limit,
    )
    return [row["id"] for row in found]


_OWED = """r.id, r.definition, r.version, r.title, r.unit_id, u.name_vi AS unit_name_vi,
    u.name_en AS unit_name_en, r.first_day, r.last_day, r.due_on, r.unit_1, r.unit_2, r.unit_3, r.unit_4"""


async def lock(report_id: UUID) -> Owed | None:
    """Lock a report that is still in work and return it; None if it is not any more."""
    found = await database.fetch(
        f"""SELECT {_OWED} FROM reports r JOIN units u ON u.id = r.unit_id
        WHERE r.id = $1 AND r.state IN ('draft', 'ready', 'approved') AND r.due_on IS NOT NULL FOR UPDATE OF r""",
        report_id,
    )
    return rows.one(Owed, found[0]) if found else None


class Late(msgspec.Struct, frozen=True, kw_only=True):
    """Reports of one kind and period that are late, of the units right below another."""

    parent_id: UUID
    definition: str
    first_day: date
    due_on: date
    title: str
    """Of one of them."""
    units_vi: list[str]
    units_en: list[str]
    once: str
    """Under which the unit above is told."""


async def late_below(since: date, today: date) -> list[Late]:
    """Return which units are late, by the unit above, the kind of report and the period, if that was not told yet."""
    found = await database.fetch(
        """
        SELECT u.parent_id, r.definition, r.first_day, max(r.due_on) AS due_on, min(r.title) AS title,
            array_agg(u.name_vi ORDER BY u.code) AS units_vi, array_agg(u.name_en ORDER BY u.code) AS units_en,
            u.parent_id || '/below/' || r.definition || '/' || r.first_day AS once
        FROM reports r JOIN units u ON u.id = r.unit_id
        WHERE r.state IN ('draft', 'ready', 'approved') AND r.due_on >= $1 AND r.due_on < $2
            AND u.parent_id IS NOT NULL AND r.replaces IS NULL
            AND NOT EXISTS (SELECT FROM notices n WHERE n.kind = 'report' AND n.record_id = u.parent_id
                AND n.once = u.parent_id || '/below/' || r.definition || '/' || r.first_day)
        GROUP BY u.parent_id, r.definition, r.first_day ORDER BY u.parent_id, r.definition, r.first_day
        """,
        since,
        today,
    )
    return rows.many(Late, found)


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """How far a unit's report is."""

    id: UUID
    unit_id: UUID
    state: ReportState
    sent_up_at: datetime | None
    sent_back_reason: str | None


@compiled.many(Sent)
def of_units(unit_ids: list[UUID], definition: str, first: date) -> Query:
    """Return the reports of units for a period that count, a correction in work after what it corrects.

    The caller has checked that the units are in sight.
    """
    query = ReportRecord.select(*rows.columns(Sent, ReportRecord))
    query = query.where(rows.any_of(ReportRecord.unit_id, unit_ids))
    query = query.where(ReportRecord.definition == definition)
    query = query.where(ReportRecord.first_day == first)
    query = query.where(ReportRecord.state.not_in(["given_up", "corrected"]))
    return query.order_by(ReportRecord.begun_at, ReportRecord.id)
