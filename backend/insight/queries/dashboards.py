"""Queries of dashboards: what a unit counted, in one statement each, so that a page asks few.

Whose sums and which places make up the unit is found before (backend/insight/rules/covering.py): what happened is of
the units of then, how things stand at a day of the units of that day. The caller has asked whether the reader may see
the unit.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import msgspec

from backend.core import database, rows
from schemas.insight.figures import CountedEvent, CountedParty

Days = tuple[date, date]


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What one kind of event comes to: in a half month, on single days, or up to a day."""

    event: CountedEvent
    detail: str
    field: str
    party: CountedParty = CountedParty.NOBODY
    part: str
    """`flow`: what happened. `now`, `before`: how things stood at the end of the period, and a year before."""
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


async def halves(
    units: Sequence[UUID],
    events: Sequence[CountedEvent],
    span: Days,
    stocks: Sequence[CountedEvent],
    standing: tuple[tuple[Sequence[UUID], date], tuple[Sequence[UUID], date]],
) -> list[Told]:
    """Return what events came to in each half month that begins in a span, and how things stood at two days.

    `standing` has for the period's end and for a year before it the units, and the last day on which a half month
    begins that counts.
    """
    stood = f"""SELECT '{{part}}', r.cell_id, {{day}}::date, {_SUMS} FROM figure_rollups r
            WHERE r.unit_id = ANY({{units}}) AND r.span = 'half' AND r.grain = 0 AND r.cell_id = ANY({_cells(0, "$5")})
                AND r.starts_on <= {{day}}
            GROUP BY r.cell_id"""
    found = await database.fetch(
        f"""
        SELECT f.event, f.detail, '' AS field, t.part, t.starts_on, t.counted, t.amount, t.annulled, t.annulled_amount
        FROM (
            SELECT 'flow' AS part, r.cell_id, r.starts_on, {_SUMS} FROM figure_rollups r
            WHERE r.unit_id = ANY($1) AND r.span = 'half' AND r.grain = 0 AND r.cell_id = ANY({_cells(0, "$2")})
                AND r.starts_on BETWEEN $3 AND $4
            GROUP BY r.cell_id, r.starts_on
            UNION ALL
            {stood.format(part="now", units="$6", day="$7")}
            UNION ALL
            {stood.format(part="before", units="$8", day="$9")}
        ) t JOIN figure_cells f ON f.id = t.cell_id
        """,
        list(units),
        [str(one) for one in events],
        *span,
        [str(one) for one in stocks],
        *(value for of, day in standing for value in (list(of), day)),
    )
    return rows.many(Told, found)


async def days(
    places: Sequence[int],
    stood_in: Sequence[int],
    events: Sequence[CountedEvent],
    stocks: Sequence[CountedEvent],
    span: Days,
) -> list[Told]:
    """Return what happened in places on some days, by field; and by what stocks changed in others, as `before`."""
    found = await database.fetch(
        f"""
        SELECT f.event, f.detail, f.field, t.part, $5::date AS starts_on, sum(t.counted)::bigint AS counted,
            sum(t.amount)::bigint AS amount, sum(t.annulled)::bigint AS annulled,
            sum(t.annulled_amount)::bigint AS annulled_amount
        FROM (
            SELECT 'flow' AS part, c.cell_id, {_OF_EVENTS} FROM counted_events c
            WHERE c.place_id = ANY($1) AND c.cell_id = ANY({_cells(2, "$3")}) AND c.happened_on BETWEEN $5 AND $6
            GROUP BY c.cell_id
            UNION ALL
            SELECT 'before', c.cell_id, {_OF_EVENTS} FROM counted_events c
            WHERE c.place_id = ANY($2) AND c.cell_id = ANY({_cells(2, "$4")}) AND c.happened_on BETWEEN $5 AND $6
            GROUP BY c.cell_id
        ) t JOIN figure_cells f ON f.id = t.cell_id GROUP BY 1, 2, 3, 4
        """,
        list(places),
        list(stood_in),
        [str(one) for one in events],
        [str(one) for one in stocks],
        *span,
    )
    return rows.many(Told, found)


async def days_of_the_force(
    unit_ids: Sequence[UUID],
    events: Sequence[CountedEvent],
    stocks: Sequence[CountedEvent],
    span: Days,
) -> list[Told]:
    """Return the same of the whole force, whose single days are summed."""
    found = await database.fetch(
        f"""
        SELECT f.event, f.detail, f.field, p.part, $4::date AS starts_on, {_SUMS}
        FROM figure_rollups r JOIN figure_cells f ON f.id = r.cell_id
        JOIN (VALUES ('flow', $2::text[]), ('before', $3::text[])) AS p (part, events) ON f.event = ANY(p.events)
        WHERE r.unit_id = ANY($1) AND r.span = 'day' AND r.grain = 1 AND r.starts_on BETWEEN $4 AND $5
            AND r.cell_id = ANY({_cells(1, "$2 || $3")})
        GROUP BY 1, 2, 3, 4
        """,
        list(unit_ids),
        [str(one) for one in events],
        [str(one) for one in stocks],
        *span,
    )
    return rows.many(Told, found)


async def by_field(
    units: Sequence[UUID], event: CountedEvent, spans: tuple[Days, Days]
) -> list[Told]:
    """Return what an event came to by field and half month in two spans, of units that have such sums."""
    sums = f"""SELECT r.cell_id, r.starts_on, {_SUMS} FROM figure_rollups r
        WHERE r.unit_id = ANY($1) AND r.span = 'half' AND r.grain = 1 AND r.cell_id = ANY({_cells(1, "$2")})
            AND (r.starts_on BETWEEN $3 AND $4 OR r.starts_on BETWEEN $5 AND $6)
        GROUP BY 1, 2"""
    return await _by_field(sums, list(units), [str(event)], *spans[0], *spans[1])


async def by_field_of_events(
    places: Sequence[int], event: CountedEvent, spans: tuple[Days, Days]
) -> list[Told]:
    """Return the same of places, from their events: a team has no sums by field, and few events."""
    half = """(date_trunc('month', c.happened_on) + CASE WHEN extract(day FROM c.happened_on) >= 15
        THEN interval '14 days' ELSE interval '0' END)::date"""
    sums = f"""SELECT c.cell_id, {half} AS starts_on, {_OF_EVENTS} FROM counted_events c
        WHERE c.place_id = ANY($1) AND c.cell_id = ANY({_cells(2, "$2")})
            AND (c.happened_on BETWEEN $3 AND $4 OR c.happened_on BETWEEN $5 AND $6)
        GROUP BY 1, 2"""
    return await _by_field(sums, list(places), [str(event)], *spans[0], *spans[1])


async def _by_field(sums: str, *args: object) -> list[Told]:
    found = await database.fetch(
        f"""
        SELECT f.event, f.detail, f.field, 'flow' AS part, t.starts_on, sum(t.counted)::bigint AS counted,
            sum(t.amount)::bigint AS amount, sum(t.annulled)::bigint AS annulled,
            sum(t.annulled_amount)::bigint AS annulled_amount
        FROM ({sums}) t JOIN figure_cells f ON f.id = t.cell_id GROUP BY 1, 2, 3, 4, 5
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


async def goods(places: Sequence[int], span: Days, most_cases: int, most: int) -> list[Goods]:
    """Return what was seized in a period by its name on the lists, the most valuable first.

    Names are compared without case and diacritics. At most `most_cases` cases are looked at, and one more: the
    caller learns from `seizures` whether that were all.
    """
    found = await database.fetch(
        f"""
        WITH seized AS (
            SELECT DISTINCT c.record_id FROM counted_events c
            WHERE c.place_id = ANY($1) AND c.cell_id = ANY({_cells(2, "$2")})
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
        list(places),
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


async def spots(places: Sequence[int], span: Days, square_e7: int) -> list[Spot]:
    """Return where inspections of a period were announced, gathered in squares of so many 1e-7 degrees.

    Where a phone measured last, unless its position was made up; else where the decision says. Positions far from
    Vietnam count as none: a phone without a fix says 0, 0.
    """
    found = await database.fetch(
        f"""
        WITH held AS (
            SELECT DISTINCT c.record_id FROM counted_events c
            WHERE c.place_id = ANY($1) AND c.cell_id = ANY({_cells(2, "$2")})
                AND c.happened_on BETWEEN $3 AND $4),
        at AS (
            SELECT coalesce(p.latitude_e7, (SELECT (i.decision ->> 'latitude_e7')::integer FROM inspections i
                    WHERE i.id = h.record_id)) AS latitude,
                coalesce(p.longitude_e7, (SELECT (i.decision ->> 'longitude_e7')::integer FROM inspections i
                    WHERE i.id = h.record_id)) AS longitude
            FROM held h
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
        list(places),
        [str(CountedEvent.INSPECTIONS_CARRIED_OUT)],
        *span,
        square_e7,
    )
    return rows.many(Spot, found)
