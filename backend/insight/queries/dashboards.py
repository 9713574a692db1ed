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
from backend.insight.rules.asking import FINEST, Filters
from backend.insight.rules.covering import Cover
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
_TOGETHER = """sum(t.counted)::bigint AS counted, sum(t.amount)::bigint AS amount, sum(t.annulled)::bigint AS annulled,
    sum(t.annulled_amount)::bigint AS annulled_amount"""
_OF_EVENTS = """sum(c.counted)::bigint AS counted, sum(c.amount)::bigint AS amount,
    coalesce(sum(c.counted) FILTER (WHERE c.annulled_on IS NOT NULL), 0)::bigint AS annulled,
    coalesce(sum(c.amount) FILTER (WHERE c.annulled_on IS NOT NULL), 0)::bigint AS annulled_amount"""


_HALF = """(date_trunc('month', c.happened_on) + CASE WHEN extract(day FROM c.happened_on) >= 15
    THEN interval '14 days' ELSE interval '0' END)::date"""


class Sought(msgspec.Struct, frozen=True, kw_only=True):
    """What a dashboard counts: what happened, what stands, and of which fields and parties alone."""

    events: tuple[CountedEvent, ...]
    stocks: tuple[CountedEvent, ...]
    filters: Filters = Filters()


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Where one part of a page's numbers is found, and of which days."""

    cover: Cover
    summed: bool
    """Whether its units have sums of the grain that is asked for; else its events tell."""
    first: date | None
    """Null for how things stood at the last day."""
    last: date


class _Args:
    """Parameters of a statement that is put together."""

    def __init__(self) -> None:
        self.values: list[object] = []

    def __call__(self, value: object) -> str:
        self.values.append(value)
        return f"${len(self.values)}"


def _cells(args: _Args, grain: int, events: Sequence[CountedEvent], filters: Filters) -> str:
    """Return the cells of a grain that are asked for. Raises ValueError for behaviours: no page of these has them."""
    if filters.behaviours:
        raise ValueError("a dashboard is not narrowed to behaviours")
    found = f"f.grain = {grain} AND f.event = ANY({args([str(one) for one in events])})"
    for column, values in (("field", filters.fields), ("party", filters.parties)):
        if values:
            found += f" AND f.{column} = ANY({args([str(one) for one in values])})"
    return f"ARRAY(SELECT f.id FROM figure_cells f WHERE {found})"


async def halves(sought: Sought, flow: Part, now: Part, before: Part) -> list[Told]:
    """Return what events came to in each half month that begins in a span, and how things stood at two days.

    From sums where there are some, else from the events of the same places. A day up to which things stand is one on
    which a half month ends.
    """
    args = _Args()
    parts = " UNION ALL ".join(
        (
            _part(args, "flow", sought.events, sought.filters, flow),
            _part(args, "now", sought.stocks, sought.filters, now),
            _part(args, "before", sought.stocks, sought.filters, before),
        )
    )
    found = await database.fetch(
        f"""
        SELECT f.event, f.detail, '' AS field, t.part, t.starts_on, {_TOGETHER}
        FROM ({parts}) t JOIN figure_cells f ON f.id = t.cell_id GROUP BY 1, 2, 3, 4, 5
        """,
        *args.values,
    )
    return rows.many(Told, found)


def _part(
    args: _Args,
    name: str,
    events: Sequence[CountedEvent],
    filters: Filters,
    part: Part,
    at_least: int = 0,
) -> str:
    """Return one part's statement. `at_least`: the grain that tells what is told apart."""
    last, grain = f"{args(part.last)}::date", max(at_least, filters.grain)
    if part.summed:
        day, cells = "r.starts_on", _cells(args, grain, events, filters)
        starts_on, sums = day, f"{_SUMS} FROM figure_rollups r"
        where = f"r.unit_id = ANY({args(list(part.cover.units))}) AND r.span = 'half' AND r.grain = {grain}"
        cell = "r.cell_id"
    else:
        day, cells = "c.happened_on", _cells(args, FINEST, events, filters)
        starts_on, sums = _HALF, f"{_OF_EVENTS} FROM counted_events c"
        where = f"c.place_id = ANY({args(part.cover.places)})"
        cell = "c.cell_id"
    if part.first is None:
        within, starts_on = f"{day} <= {last}", last
    else:
        within = f"{day} BETWEEN {args(part.first)} AND {last}"
    return f"""SELECT '{name}' AS part, {cell}, {starts_on} AS starts_on, {sums}
        WHERE {where} AND {cell} = ANY({cells}) AND {within} GROUP BY 2, 3"""


async def days(
    places: Sequence[int], stood_in: Sequence[int], sought: Sought, span: Days
) -> list[Told]:
    """Return what happened in places on some days, by field; and by what stocks changed in others, as `before`."""
    args = _Args()
    first, last = args(span[0]), args(span[1])
    parts = " UNION ALL ".join(
        f"""SELECT '{name}' AS part, c.cell_id, {_OF_EVENTS} FROM counted_events c
        WHERE c.place_id = ANY({args(list(of))}) AND c.cell_id = ANY({_cells(args, FINEST, events, sought.filters)})
            AND c.happened_on BETWEEN {first} AND {last} GROUP BY 2"""
        for name, of, events in (
            ("flow", places, sought.events),
            ("before", stood_in, sought.stocks),
        )
    )
    found = await database.fetch(
        f"""
        SELECT f.event, f.detail, f.field, t.part, {first}::date AS starts_on, {_TOGETHER}
        FROM ({parts}) t JOIN figure_cells f ON f.id = t.cell_id GROUP BY 1, 2, 3, 4
        """,
        *args.values,
    )
    return rows.many(Told, found)


async def days_of_the_force(unit_ids: Sequence[UUID], sought: Sought, span: Days) -> list[Told]:
    """Return the same of the whole force, whose single days are summed."""
    args = _Args()
    first, last, units = args(span[0]), args(span[1]), args(list(unit_ids))
    parts = " UNION ALL ".join(
        f"""SELECT '{name}' AS part, r.cell_id, {_SUMS} FROM figure_rollups r
        WHERE r.unit_id = ANY({units}) AND r.span = 'day' AND r.grain = 1
            AND r.cell_id = ANY({_cells(args, 1, events, sought.filters)})
            AND r.starts_on BETWEEN {first} AND {last} GROUP BY 2"""
        for name, events in (("flow", sought.events), ("before", sought.stocks))
    )
    found = await database.fetch(
        f"""
        SELECT f.event, f.detail, f.field, t.part, {first}::date AS starts_on, {_TOGETHER}
        FROM ({parts}) t JOIN figure_cells f ON f.id = t.cell_id GROUP BY 1, 2, 3, 4
        """,
        *args.values,
    )
    return rows.many(Told, found)


async def by_field(
    cover: Cover,
    event: CountedEvent,
    filters: Filters,
    spans: tuple[Days, Days],
    *,
    summed: bool,
) -> list[Told]:
    """Return what an event came to by field and half month in two spans: from sums by field, else from the events.

    A team has no sums by field, and few events.
    """
    args = _Args()
    parts = " UNION ALL ".join(
        _part(
            args,
            "flow",
            (event,),
            filters,
            Part(cover=cover, summed=summed, first=first, last=last),
            at_least=1,
        )
        for first, last in spans
    )
    found = await database.fetch(
        f"""
        SELECT f.event, f.detail, f.field, t.part, t.starts_on, {_TOGETHER}
        FROM ({parts}) t JOIN figure_cells f ON f.id = t.cell_id GROUP BY 1, 2, 3, 4, 5
        """,
        *args.values,
    )
    return rows.many(Told, found)


class Goods(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of lists that name the same goods. `value` in đồng, of the rows that state one; a licence has none."""

    name: str
    listed: int
    cases: int
    value: int
    unvalued: int
    seizures: int
    """Cases with a seizure in the period, as far as they were looked at."""


async def goods(
    places: Sequence[int], filters: Filters, span: Days, most_cases: int, most: int
) -> list[Goods]:
    """Return what was seized in a period by its name on the lists, the most valuable first.

    Names are compared without case and diacritics. At most `most_cases` cases are looked at, and one more: the
    caller learns from `seizures` whether that were all.
    """
    args = _Args()
    first, last = args(span[0]), args(span[1])
    cells = _cells(args, FINEST, (CountedEvent.GOODS_SEIZED,), filters)
    found = await database.fetch(
        f"""
        WITH seized AS (
            SELECT DISTINCT c.record_id FROM counted_events c
            WHERE c.place_id = ANY({args(list(places))}) AND c.cell_id = ANY({cells})
                AND c.happened_on BETWEEN {first} AND {last}
            LIMIT {args(most_cases)} + 1)
        SELECT min(e.content ->> 'name') AS name, count(*) AS listed, count(DISTINCT e.case_id) AS cases,
            coalesce(sum((e.content ->> 'value')::bigint), 0)::bigint AS value,
            count(*) FILTER (WHERE e.content ->> 'value' IS NULL AND e.content ->> 'kind' <> 'document') AS unvalued,
            (SELECT count(*) FROM seized) AS seizures
        FROM seized s JOIN exhibits e ON e.case_id = s.record_id
            AND (e.seized_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date BETWEEN {first} AND {last}
        GROUP BY fold(e.content ->> 'name') ORDER BY value DESC, listed DESC, name LIMIT {args(most)}
        """,
        *args.values,
    )
    return rows.many(Goods, found)


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """Inspections in one square of the grid: how many, and the middle of where they were."""

    count: int
    latitude_e7: int | None
    """WGS 84, 1e-7 degree; null for inspections that have no position."""
    longitude_e7: int | None


async def spots(places: Sequence[int], filters: Filters, span: Days, square_e7: int) -> list[Spot]:
    """Return where inspections of a period were announced, gathered in squares of so many 1e-7 degrees.

    Where a phone measured last, unless its position was made up; else where the decision says. Positions far from
    Vietnam count as none: a phone without a fix says 0, 0.
    """
    args = _Args()
    first, last, square = args(span[0]), args(span[1]), args(square_e7)
    cells = _cells(args, FINEST, (CountedEvent.INSPECTIONS_CARRIED_OUT,), filters)
    found = await database.fetch(
        f"""
        WITH held AS (
            SELECT DISTINCT c.record_id FROM counted_events c
            WHERE c.place_id = ANY({args(list(places))}) AND c.cell_id = ANY({cells})
                AND c.happened_on BETWEEN {first} AND {last}),
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
        FROM known GROUP BY latitude / {square}::integer, longitude / {square}::integer ORDER BY count DESC, 2, 3
        """,
        *args.values,
    )
    return rows.many(Spot, found)
