"""Queries of counting anew: all records of a kind, and sums beside what their events come to."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.insight.tables.figures import FigureRecount


class WrongSum(msgspec.Struct, frozen=True, kw_only=True):
    """A sum that is not what its events come to."""

    unit_id: UUID
    span: str
    starts_on: date
    cell_id: int
    stored_count: int
    meant_count: int
    stored_amount: int
    meant_amount: int


_TABLES = {"case": "cases", "inspection": "inspections", "information": "informations"}


async def records(kind: str, after: UUID | None, limit: int) -> list[UUID]:
    """Return the ids of records of a kind after one of them, in the order of their ids."""
    found = await database.fetch(
        f"SELECT id FROM {_TABLES[kind]} WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2",
        after,
        limit,
    )
    return [row["id"] for row in found]


class Strangers(msgspec.Struct, frozen=True, kw_only=True):
    """What a portion of counted events says of records that do not exist."""

    last: UUID
    """The last record of the portion, from which the next goes on."""
    records: list[UUID]


async def without_record(after: UUID | None, portion: int) -> Strangers | None:
    """Return which of the next records of counted events do not exist; None after the last of all.

    A portion at a time: one statement over the nation's seventy million events would outlast every time limit.
    """
    among = " AND ".join(
        f"NOT EXISTS (SELECT FROM {table} t WHERE t.id = p.record_id)" for table in _TABLES.values()
    )
    found = await database.fetchrow(
        f"""
        WITH portion AS (
            SELECT DISTINCT c.record_id FROM (
                SELECT record_id FROM counted_events WHERE $1::uuid IS NULL OR record_id > $1
                ORDER BY record_id LIMIT $2
            ) c
        )
        SELECT (SELECT record_id FROM portion ORDER BY record_id DESC LIMIT 1) AS last,
            ARRAY(SELECT p.record_id FROM portion p WHERE {among} ORDER BY p.record_id) AS records
        """,
        after,
        portion,
    )
    return rows.one(Strangers, found) if found and found["last"] else None


_HALF = """(date_trunc('month', c.happened_on)
    + CASE WHEN extract(day FROM c.happened_on) >= 15 THEN interval '14 days' ELSE interval '0' END)::date"""
_SUMS = """sum(counted) AS counted, sum(amount) AS amount, sum(annulled) AS annulled,
            sum(annulled_amount) AS annulled_amount"""
MEANT = f"""
    WITH coarse AS (
        SELECT f.id, f0.id AS c0, f1.id AS c1
        FROM figure_cells f
        JOIN figure_cells f1 ON f1.grain = 1 AND f1.event = f.event AND f1.detail = f.detail AND f1.field = f.field
            AND f1.behaviour = '' AND f1.party = f.party
        JOIN figure_cells f0 ON f0.grain = 0 AND f0.event = f.event AND f0.detail = f.detail AND f0.field = ''
            AND f0.behaviour = '' AND f0.party = ''
        WHERE f.grain = 2
    ), told AS (
        SELECT c.place_id, {_HALF} AS half, c.happened_on, c.cell_id, c.counted, c.amount,
            CASE WHEN c.annulled_on IS NULL THEN 0 ELSE c.counted END AS annulled,
            CASE WHEN c.annulled_on IS NULL THEN 0 ELSE c.amount END AS annulled_amount
        FROM counted_events c
        WHERE c.place_id = ANY(ARRAY(SELECT id FROM figure_places)) AND c.happened_on BETWEEN $2 AND $3
    ), halves AS MATERIALIZED (
        SELECT place_id, half, cell_id, {_SUMS} FROM told GROUP BY 1, 2, 3
    ), days AS MATERIALIZED (
        SELECT p.unit_1, t.happened_on, t.cell_id, {_SUMS}
        FROM told t JOIN figure_places p ON p.id = t.place_id GROUP BY 1, 2, 3
    ), in_halves AS (
        SELECT p.unit_1, p.unit_2, p.unit_3, p.unit_4, h.half, h.cell_id, k.c0, k.c1, h.counted, h.amount, h.annulled,
            h.annulled_amount
        FROM halves h JOIN figure_places p ON p.id = h.place_id JOIN coarse k ON k.id = h.cell_id
    ), in_days AS (
        SELECT d.unit_1, d.happened_on, k.c0, k.c1, d.counted, d.amount, d.annulled, d.annulled_amount
        FROM days d JOIN coarse k ON k.id = d.cell_id
    ), spread AS (
        SELECT unit_1 AS unit_id, 'half' AS span, 2 AS grain, half AS starts_on, cell_id, counted, amount, annulled,
            annulled_amount FROM in_halves
        UNION ALL SELECT unit_1, 'half', 1, half, c1, counted, amount, annulled, annulled_amount FROM in_halves
        UNION ALL SELECT unit_1, 'half', 0, half, c0, counted, amount, annulled, annulled_amount FROM in_halves
        UNION ALL SELECT unit_1, 'day', 1, happened_on, c1, counted, amount, annulled, annulled_amount FROM in_days
        UNION ALL SELECT unit_1, 'day', 0, happened_on, c0, counted, amount, annulled, annulled_amount FROM in_days
        UNION ALL SELECT unit_2, 'half', 1, half, c1, counted, amount, annulled, annulled_amount FROM in_halves
            WHERE unit_2 IS NOT NULL
        UNION ALL SELECT unit_2, 'half', 0, half, c0, counted, amount, annulled, annulled_amount FROM in_halves
            WHERE unit_2 IS NOT NULL
        UNION ALL SELECT unit_3, 'half', 0, half, c0, counted, amount, annulled, annulled_amount FROM in_halves
            WHERE unit_3 IS NOT NULL
        UNION ALL SELECT unit_4, 'half', 0, half, c0, counted, amount, annulled, annulled_amount FROM in_halves
            WHERE unit_4 IS NOT NULL
    ), meant AS (
        SELECT unit_id, span, grain, starts_on, cell_id, {_SUMS} FROM spread GROUP BY 1, 2, 3, 4, 5
    )
"""
"""What every sum of a half month ($2 to $3) must be by its events. They are summed once by place and once by day, and
these sums are spread: each event would go into nine."""


async def span() -> tuple[date, date] | None:
    """Return the first and last day that has an event or a sum; None if nothing was counted."""
    found = await database.fetchrow(
        """
        SELECT least(min(e.first), (SELECT min(starts_on) FROM figure_rollups)) AS first,
            greatest(max(e.last), (SELECT max(starts_on) FROM figure_rollups)) AS last
        FROM figure_places p, LATERAL (
            SELECT min(happened_on) AS first, max(happened_on) AS last FROM counted_events WHERE place_id = p.id
        ) e
        """
    )
    return (found["first"], found["last"]) if found and found["first"] else None


async def wrong_sums(first: date, last: date, limit: int) -> tuple[int, list[WrongSum]]:
    """Return how many sums begin in a half month, and up to some that differ from their events; in one snapshot.

    One half month at a time: a statement over all of them would take minutes at the size of the nation.
    """
    found = await database.fetch(
        f"""
        {MEANT}
        SELECT coalesce(r.unit_id, m.unit_id) AS unit_id, coalesce(r.span, m.span) AS span,
            coalesce(r.starts_on, m.starts_on) AS starts_on, coalesce(r.cell_id, m.cell_id) AS cell_id,
            coalesce(r.counted, 0) AS stored_count, coalesce(m.counted, 0)::bigint AS meant_count,
            coalesce(r.amount, 0) AS stored_amount, coalesce(m.amount, 0)::bigint AS meant_amount
        FROM (SELECT * FROM figure_rollups WHERE starts_on BETWEEN $2 AND $3) r
        FULL JOIN meant m USING (unit_id, span, grain, starts_on, cell_id)
        WHERE (coalesce(r.counted, 0), coalesce(r.amount, 0), coalesce(r.annulled, 0), coalesce(r.annulled_amount, 0))
            <> (coalesce(m.counted, 0), coalesce(m.amount, 0), coalesce(m.annulled, 0), coalesce(m.annulled_amount, 0))
        ORDER BY 1, 2, 3, 4 LIMIT $1
        """,
        limit,
        first,
        last,
    )
    stored = await database.fetchval(
        "SELECT count(*) FROM figure_rollups WHERE starts_on BETWEEN $1 AND $2", first, last
    )
    return int(stored), rows.many(WrongSum, found)


class Monthly(msgspec.Struct, frozen=True, kw_only=True):
    """What counting everything anew found in a month."""

    month: date
    ended_at: datetime
    through: int
    records: int
    events: int
    sums: int
    differing: int
    """Records and sums that were not as they must be; at most a hundred are counted."""


async def last() -> Monthly | None:
    """Return what counting anew found the last time that it ended; None if it never did."""
    found = (
        await FigureRecount.select(*rows.columns(Monthly, FigureRecount))
        .where(FigureRecount.ended_at.is_not_null())
        .order_by(FigureRecount.month, ascending=False)
        .first()
    )
    return rows.one(Monthly, found)


async def begin(month: date, now: datetime, given_up: datetime) -> bool:
    """Begin a month's counting anew; False if it was done, or is being done by a worker that began after `given_up`."""
    new = FigureRecount(month=month, began_at=now)
    if (
        await FigureRecount.insert(new)
        .on_conflict(FigureRecount.month, "DO NOTHING")
        .returning(FigureRecount.month)
    ):
        return True
    found = (
        await FigureRecount.update({FigureRecount.began_at: now})
        .where(FigureRecount.month == month)
        .where(FigureRecount.ended_at.is_null() & (FigureRecount.began_at < given_up))
        .returning(FigureRecount.month)
    )
    return bool(found)


async def end(ran: Monthly) -> None:
    """Keep what was found."""
    said: dict[Any, Any] = msgspec.structs.asdict(ran)
    month = said.pop("month")
    await FigureRecount.update(said).where(FigureRecount.month == month)
