"""Queries of dashboards: what a unit counted, in one statement each, so that a page asks few.

Each is of one unit as it was at the time ("units of then"): its sums have its whole subtree, and its places are those
whose path names it. The caller has asked whether the reader may see the unit.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import msgspec

from backend.core import database, rows
from schemas.insight.figures import CountedEvent, CountedParty

UNTIL_THEN = date(1900, 1, 1)
"""Begins what was counted before the series begins."""
Days = tuple[date, date]


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What one kind of event comes to in a half month, on single days, or before the series begins."""

    event: CountedEvent
    detail: str
    field: str
    party: CountedParty = CountedParty.NOBODY
    starts_on: date
    counted: int
    amount: int
    annulled: int
    annulled_amount: int


_SUMS = """sum(r.counted)::bigint AS counted, sum(r.amount)::bigint AS amount, sum(r.annulled)::bigint AS annulled,
    sum(r.annulled_amount)::bigint AS annulled_amount"""
_OF_EVENTS = """sum(c.counted)::bigint AS counted, sum(c.amount)::bigint AS amount,
    coalesce(sum(c.counted) FILTER (WHERE c.annulled_on IS NOT NULL), 0)::bigint AS annulled,
    coalesce(sum(c.amount) FILTER (WHERE c.annulled_on IS NOT NULL), 0)::bigint AS annulled_amount"""


def _cells(grain: int, events: str) -> str:
    return f"ARRAY(SELECT f.id FROM figure_cells f WHERE f.grain = {grain} AND f.event = ANY({events}))"


def _places(level: int) -> str:
    return f"ARRAY(SELECT p.id FROM figure_places p WHERE p.unit_{level} = $1)"


async def halves(
    unit_id: UUID, events: Sequence[CountedEvent], stocks: Sequence[CountedEvent], days: Days
) -> list[Told]:
    """Return what events came to in each half month that begins in these days; of `stocks` what came before, too."""
    found = await database.fetch(
        f"""
        SELECT f.event, f.detail, '' AS field, t.starts_on, t.counted, t.amount, t.annulled, t.annulled_amount
        FROM (
            SELECT r.cell_id, r.starts_on, {_SUMS} FROM figure_rollups r
            WHERE r.unit_id = $1 AND r.span = 'half' AND r.grain = 0 AND r.cell_id = ANY({_cells(0, "$2")})
                AND r.starts_on BETWEEN $4 AND $5
            GROUP BY 1, 2
            UNION ALL
            SELECT r.cell_id, $6::date, {_SUMS} FROM figure_rollups r
            WHERE r.unit_id = $1 AND r.span = 'half' AND r.grain = 0 AND r.cell_id = ANY({_cells(0, "$3")})
                AND r.starts_on < $4
            GROUP BY 1
        ) t JOIN figure_cells f ON f.id = t.cell_id
        """,
        unit_id,
        [str(one) for one in events],
        [str(one) for one in stocks],
        *days,
        UNTIL_THEN,
    )
    return rows.many(Told, found)


async def days(unit_id: UUID, level: int, events: Sequence[CountedEvent], span: Days) -> list[Told]:
    """Return what events came to on these days, by field: from the days of the whole force, else from events."""
    named = [str(one) for one in events]
    if level == 1:
        sums = f"""SELECT r.cell_id, {_SUMS} FROM figure_rollups r
            WHERE r.unit_id = $1 AND r.span = 'day' AND r.grain = 1 AND r.cell_id = ANY({_cells(1, "$2")})
                AND r.starts_on BETWEEN $3 AND $4
            GROUP BY 1"""
    else:
        sums = f"""SELECT c.cell_id, {_OF_EVENTS} FROM counted_events c
            WHERE c.place_id = ANY({_places(level)}) AND c.cell_id = ANY({_cells(2, "$2")})
                AND c.happened_on BETWEEN $3 AND $4
            GROUP BY 1"""
    return await _by_field(sums, unit_id, named, *span)


async def by_field(
    unit_id: UUID, level: int, event: CountedEvent, spans: tuple[Days, Days]
) -> list[Told]:
    """Return what an event came to by field and half month in two spans of whole half months.

    Of a department and the force from their sums; a team has none by field, and few events.
    """
    if level <= 2:
        sums = f"""SELECT r.cell_id, r.starts_on, {_SUMS} FROM figure_rollups r
            WHERE r.unit_id = $1 AND r.span = 'half' AND r.grain = 1 AND r.cell_id = ANY({_cells(1, "$2")})
                AND (r.starts_on BETWEEN $3 AND $4 OR r.starts_on BETWEEN $5 AND $6)
            GROUP BY 1, 2"""
    else:
        half = """(date_trunc('month', c.happened_on) + CASE WHEN extract(day FROM c.happened_on) >= 15
            THEN interval '14 days' ELSE interval '0' END)::date"""
        sums = f"""SELECT c.cell_id, {half} AS starts_on, {_OF_EVENTS} FROM counted_events c
            WHERE c.place_id = ANY({_places(level)}) AND c.cell_id = ANY({_cells(2, "$2")})
                AND (c.happened_on BETWEEN $3 AND $4 OR c.happened_on BETWEEN $5 AND $6)
            GROUP BY 1, 2"""
    return await _by_field(sums, unit_id, [str(event)], *spans[0], *spans[1], dated=True)


async def _by_field(sums: str, *args: object, dated: bool = False) -> list[Told]:
    starts = "t.starts_on" if dated else "$3::date"
    found = await database.fetch(
        f"""
        SELECT f.event, f.detail, f.field, {starts} AS starts_on, sum(t.counted)::bigint AS counted,
            sum(t.amount)::bigint AS amount, sum(t.annulled)::bigint AS annulled,
            sum(t.annulled_amount)::bigint AS annulled_amount
        FROM ({sums}) t JOIN figure_cells f ON f.id = t.cell_id GROUP BY 1, 2, 3, 4
        """,
        *args,
    )
    return rows.many(Told, found)


class Goods(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of lists that name the same goods. `value` in đồng, of the rows that state one."""

    name: str
    listed: int
    cases: int
    value: int
    unvalued: int
    seizures: int
    """Cases with a seizure in the period, as far as they were looked at."""


async def goods(unit_id: UUID, level: int, span: Days, most_cases: int, most: int) -> list[Goods]:
    """Return what was seized in a period by its name on the lists, the most valuable first.

    Names are compared without case and diacritics. At most `most_cases` cases are looked at, and one more: the
    caller learns from `seizures` whether that were all.
    """
    found = await database.fetch(
        f"""
        WITH seized AS (
            SELECT DISTINCT c.record_id FROM counted_events c
            WHERE c.place_id = ANY({_places(level)}) AND c.cell_id = ANY({_cells(2, "$2")})
                AND c.happened_on BETWEEN $3 AND $4
            LIMIT $5 + 1)
        SELECT min(e.content ->> 'name') AS name, count(*) AS listed, count(DISTINCT e.case_id) AS cases,
            coalesce(sum((e.content ->> 'value')::bigint), 0)::bigint AS value,
            count(*) FILTER (WHERE e.content ->> 'value' IS NULL) AS unvalued,
            (SELECT count(*) FROM seized) AS seizures
        FROM seized s JOIN exhibits e ON e.case_id = s.record_id
            AND (e.seized_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date BETWEEN $3 AND $4
        GROUP BY fold(e.content ->> 'name') ORDER BY value DESC, listed DESC, name LIMIT $6
        """,
        unit_id,
        [str(CountedEvent.GOODS_SEIZED)],
        *span,
        most_cases,
        most,
    )
    return rows.many(Goods, found)


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """Inspections in one square of the grid: how many, and the middle of where they were."""

    count: int
    latitude_e7: int | None
    """WGS 84, 1e-7 degree; null for inspections that have no position."""
    longitude_e7: int | None


async def spots(unit_id: UUID, level: int, span: Days, square_e7: int) -> list[Spot]:
    """Return where inspections of a period were announced, gathered in squares of so many 1e-7 degrees.

    Where a phone measured last, unless its position was made up; else where the decision says. Positions far from
    Vietnam count as none: a phone without a fix says 0, 0.
    """
    found = await database.fetch(
        f"""
        WITH held AS (
            SELECT DISTINCT c.record_id FROM counted_events c
            WHERE c.place_id = ANY({_places(level)}) AND c.cell_id = ANY({_cells(2, "$2")})
                AND c.happened_on BETWEEN $3 AND $4),
        at AS (
            SELECT coalesce(p.latitude_e7, (i.decision ->> 'latitude_e7')::integer) AS latitude,
                coalesce(p.longitude_e7, (i.decision ->> 'longitude_e7')::integer) AS longitude
            FROM held h LEFT JOIN inspections i ON i.id = h.record_id
            LEFT JOIN LATERAL (SELECT o.latitude_e7, o.longitude_e7 FROM places o
                WHERE o.inspection_id = h.record_id AND o.mocked IS NOT TRUE ORDER BY o.made_at DESC LIMIT 1) p
                ON true),
        known AS (
            SELECT CASE WHEN inside THEN latitude END AS latitude, CASE WHEN inside THEN longitude END AS longitude
            FROM (SELECT *, latitude BETWEEN 60000000 AND 240000000 AND longitude BETWEEN 1010000000 AND 1180000000
                AS inside FROM at) a)
        SELECT count(*) AS count, round(avg(latitude))::bigint AS latitude_e7,
            round(avg(longitude))::bigint AS longitude_e7
        FROM known GROUP BY latitude / $5::integer, longitude / $5::integer ORDER BY count DESC, 2, 3
        """,
        unit_id,
        [str(CountedEvent.INSPECTIONS_CARRIED_OUT)],
        *span,
        square_e7,
    )
    return rows.many(Spot, found)
