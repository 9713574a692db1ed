"""Queries of the work diary: lines written, confirmed, noted on, listed."""

from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

import msgspec
from piccolo.columns.combination import WhereRaw
from piccolo.query.methods.select import Select
from piccolo.querystring import QueryString

from backend.core import compiled, database, rows, scoped
from backend.core.actors import Owned, UnitPath
from backend.core.compiled import Query
from backend.core.json_columns import decoded, written
from backend.core.scope import Reach
from backend.fieldwork.tables.diary import DiaryEntry
from schemas.fieldwork.diary import DiaryLine


class LockedLine(Owned, frozen=True, kw_only=True):
    """A line as acts on it are judged."""

    id: UUID
    line_hash: str
    officers: list[UUID]
    confirmed_by: UUID | None


class ListedLine(Owned, frozen=True, kw_only=True):
    """A line with the names that lists show. Times are UTC."""

    id: UUID
    record_kind: str
    record_id: UUID
    at: datetime
    line: DiaryLine
    line_hash: str
    officers: list[UUID]
    confirmed_at: datetime | None
    confirmed_by_name: str | None
    unit_vi: str
    unit_en: str
    notes: list[dict[str, Any]]


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """Which lines are asked for. `from_on` and `until_on` are days in Vietnam, both inclusive."""

    unit_id: UUID | None = None
    from_on: date | None = None
    until_on: date | None = None
    officer_id: UUID | None = None
    waiting: bool = False


@compiled.one(LockedLine)
def lock(line_id: UUID) -> Query:
    """Lock a line until the transaction ends; None if there is none."""
    found = DiaryEntry.select(*rows.columns(LockedLine, DiaryEntry)).where(DiaryEntry.id == line_id)
    return found.lock_rows("UPDATE")


async def insert(
    line_id: UUID,
    record: tuple[str, UUID],
    act_type: str,
    path: UnitPath,
    line: DiaryLine,
    line_hash: str,
    officers: list[UUID],
    at: datetime,
) -> None:
    """Write a line, under the unit of its record."""
    await DiaryEntry.insert(
        DiaryEntry(
            id=line_id,
            record_kind=record[0],
            record_id=record[1],
            act_type=act_type,
            unit_id=path.unit_id,
            unit_1=path.unit_1,
            unit_2=path.unit_2,
            unit_3=path.unit_3,
            unit_4=path.unit_4,
            entered_on=line.entered_on,
            at=at,
            line=written(line),
            line_hash=line_hash,
            officers=officers,
            notes="[]",
        )
    )


@compiled.exists
def has_line(record_id: UUID, act_type: str) -> Query:
    """Tell whether an act of this type wrote a line of this record."""
    found = DiaryEntry.exists().where(DiaryEntry.record_id == record_id)
    return found.where(DiaryEntry.act_type == act_type)


@compiled.write
def confirm(line_id: UUID, officer_id: UUID, at: datetime) -> Query:
    """Note that a line was confirmed."""
    entry = DiaryEntry
    return entry.update({entry.confirmed_by: officer_id, entry.confirmed_at: at}).where(
        entry.id == line_id
    )


async def note(line_id: UUID, text: str, by: str, at: datetime) -> None:
    """Add a note beside a line."""
    said = written([{"text": text, "by": by, "at": at}])
    await database.execute(
        "UPDATE diary_lines SET notes = notes || $2::jsonb WHERE id = $1", line_id, said
    )


_LISTED = (
    *rows.columns(LockedLine, DiaryEntry),
    DiaryEntry.record_kind,
    DiaryEntry.record_id,
    DiaryEntry.at,
    DiaryEntry.line,
    DiaryEntry.confirmed_at,
    DiaryEntry.notes,
    DiaryEntry.unit_id.name_vi.as_alias("unit_vi"),
    DiaryEntry.unit_id.name_en.as_alias("unit_en"),
    DiaryEntry.confirmed_by.full_name.as_alias("confirmed_by_name"),
)


def _asked(seen: Reach, filters: Filters) -> Select[Any]:
    """Return the lines in sight that the filters name."""
    entry = DiaryEntry
    found = entry.select(*_LISTED).where(scoped.where(seen, entry))
    if filters.unit_id is not None:
        units = (entry.unit_1, entry.unit_2, entry.unit_3, entry.unit_4)
        found = found.where(reduce(or_, [one == filters.unit_id for one in units]))
    if filters.from_on is not None:
        found = found.where(entry.entered_on >= filters.from_on)
    if filters.until_on is not None:
        found = found.where(entry.entered_on <= filters.until_on)
    if filters.officer_id is not None:
        named = "diary_lines.officers @> ARRAY[{}]::uuid[]"
        found = found.where(WhereRaw(named, filters.officer_id))
    if filters.waiting:
        found = found.where(entry.confirmed_by.is_null())
    return found


async def page(
    seen: Reach, filters: Filters, after: tuple[datetime, UUID] | None, limit: int
) -> list[ListedLine]:
    """Return lines in sight, the latest first."""
    found = _asked(seen, filters)
    if after is not None:
        found = found.where(WhereRaw("(diary_lines.at, diary_lines.id) < ({}, {})", *after))
    found = found.order_by(DiaryEntry.at, DiaryEntry.id, ascending=False).limit(limit)
    return rows.many(ListedLine, decoded(await found, "line", "notes"))


async def oldest_first(
    seen: Reach, filters: Filters, after: tuple[datetime, UUID] | None, limit: int
) -> list[ListedLine]:
    """Return lines in sight in the order of the book, for exports."""
    found = _asked(seen, filters)
    if after is not None:
        found = found.where(WhereRaw("(diary_lines.at, diary_lines.id) > ({}, {})", *after))
    found = found.order_by(DiaryEntry.at, DiaryEntry.id).limit(limit)
    return rows.many(ListedLine, decoded(await found, "line", "notes"))


async def in_sight(seen: Reach, line_id: UUID) -> ListedLine | None:
    """Return one line in sight, or None."""
    found = await _asked(seen, Filters()).where(DiaryEntry.id == line_id)
    made = rows.many(ListedLine, decoded(found, "line", "notes"))
    return made[0] if made else None


@compiled.count
def count_waiting(unit_id: UUID) -> Query:
    """Count the lines that nobody confirmed, of this unit's own diary and of those whose work it has."""
    lies = QueryString(
        "{} IN (SELECT p.id FROM units p WHERE coalesce(p.unit_4, p.unit_3, p.unit_2, p.unit_1) = {})",
        DiaryEntry.unit_id,
        unit_id,
    )
    waits = DiaryEntry.count().where(lies)
    return waits.where(DiaryEntry.confirmed_by.is_null())


async def violations_of(inspection_id: UUID) -> int | None:
    """Return how many violations the minutes in force name; None without minutes."""
    found: int | None = await database.fetchval(
        """
        SELECT jsonb_array_length(jsonb_path_query_array(w.fields, '$.violations[*]'))
        FROM inspections i JOIN minutes w ON w.act_id = i.minutes_id WHERE i.id = $1
        """,
        inspection_id,
    )
    return found
