"""Queries of statistics: from sums where there are some, else from the events themselves.

Which cells are asked for is found first. Then a unit's year of one cell is one run of the sums' index, and nothing is
joined.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

import msgspec
from piccolo.querystring import QueryString

from backend.core import compiled, database, remembering, rows
from backend.insight.rules.asking import Asked, Filters
from backend.insight.tables.figures import CountedRow, FigureCell
from schemas.insight.figures import CountedEvent, CountedParty

Days = tuple[date, date]


class CellRow(msgspec.Struct, frozen=True, kw_only=True):
    """A cell, at the grain that was asked for."""

    id: int
    event: CountedEvent
    detail: str
    field: str
    behaviour: str
    party: CountedParty


class Sum(msgspec.Struct, frozen=True, kw_only=True):
    """What one cell comes to: in one unit, and if a series is asked for in one part of the period."""

    unit_id: UUID | None
    """Whose sum it is; null for a sum of events."""
    place_id: int | None
    """Where the events were; null for a sum of a unit."""
    starts_on: date | None
    cell_id: int
    counted: int
    amount: int
    annulled: int
    annulled_amount: int


class PartyCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many parties there are that were of these kinds, and of no others, in the period."""

    kinds: list[CountedParty]
    parties: int


async def cells(asked: Asked, grain: int) -> list[CellRow]:
    """Return the cells of a grain that a question is about."""
    events = tuple(sorted(str(one) for one in asked.events))
    if asked.filters == Filters():
        return await _all_cells(events, grain)
    return await _cells(events, asked.filters, grain)


@remembering.once
@compiled.many(CellRow)
def _all_cells(events: tuple[str, ...], grain: int) -> compiled.Query:
    """Describe the question of nearly every look: eight times a page of statistics."""
    cell = FigureCell
    found = cell.select(*rows.columns(CellRow, cell)).where(cell.grain == grain)
    return found.where(rows.any_of(cell.event, events))


@remembering.once
async def _cells(events: tuple[str, ...], filters: Filters, grain: int) -> list[CellRow]:
    cell = FigureCell
    found = cell.select(*rows.columns(CellRow, cell)).where(cell.grain == grain)
    found = found.where(rows.any_of(cell.event, list(events)))
    given = (
        (cell.field, filters.fields),
        (cell.behaviour, filters.behaviours),
        (cell.party, filters.parties),
    )
    for column, values in given:
        if values:
            found = found.where(rows.any_of(column, [str(one) for one in values]))
    return rows.many(CellRow, await found)


async def sums(
    units: Sequence[UUID],
    span: str,
    grain: int,
    cell_ids: Sequence[int],
    days: Days,
    *,
    series: bool,
) -> list[Sum]:
    """Return what cells come to in units, over the half months or days that begin in a span of days."""
    each = "r.starts_on" if series else "NULL::date"
    found = await database.fetch(
        f"""
        SELECT r.unit_id, NULL::integer AS place_id, {each} AS starts_on, r.cell_id,
            sum(r.counted)::bigint AS counted, sum(r.amount)::bigint AS amount,
            sum(r.annulled)::bigint AS annulled, sum(r.annulled_amount)::bigint AS annulled_amount
        FROM figure_rollups r
        WHERE r.unit_id = ANY($1) AND r.span = $2 AND r.grain = $3 AND r.cell_id = ANY($4) AND r.starts_on
            BETWEEN $5 AND $6
        GROUP BY 1, 2, 3, 4
        """,
        list(units),
        span,
        grain,
        list(cell_ids),
        *days,
    )
    return rows.many(Sum, found)


async def events(
    places: Sequence[int], cell_ids: Sequence[int], days: Days, *, series: bool
) -> list[Sum]:
    """Return the same from the events of places, by the half month of each if a series is asked for."""
    half = """(date_trunc('month', c.happened_on)
        + CASE WHEN extract(day FROM c.happened_on) >= 15 THEN interval '14 days' ELSE interval '0' END)::date"""
    each = half if series else "NULL::date"
    found = await database.fetch(
        f"""
        SELECT NULL::uuid AS unit_id, c.place_id, {each} AS starts_on, c.cell_id, sum(c.counted)::bigint AS counted,
            sum(c.amount)::bigint AS amount,
            coalesce(sum(c.counted) FILTER (WHERE c.annulled_on IS NOT NULL), 0)::bigint AS annulled,
            coalesce(sum(c.amount) FILTER (WHERE c.annulled_on IS NOT NULL), 0)::bigint AS annulled_amount
        FROM counted_events c
        WHERE c.place_id = ANY($1) AND c.happened_on BETWEEN $2 AND $3 AND c.cell_id = ANY($4)
        GROUP BY 1, 2, 3, 4
        """,
        list(places),
        *days,
        list(cell_ids),
    )
    return rows.many(Sum, found)


_KINDS = sorted(str(one) for one in CountedParty)


async def parties(places: Sequence[int], cell_ids: Sequence[int], days: Days) -> list[PartyCount]:
    """Return how many parties the events of places are about, each once, by the kinds that each was of.

    One may be of two: sanctioned as a person and as a household, or before and after coming of age. The kinds of a
    party are gathered as bits: an array would be sorted for each of some 700,000 parties of a year.
    """
    found = await database.fetch(
        """
        SELECT kinds, count(*) AS parties FROM (
            SELECT bit_or(1 << array_position($5::text[], f.party)) AS kinds
            FROM counted_events c JOIN figure_cells f ON f.id = c.cell_id
            WHERE c.place_id = ANY($1) AND c.happened_on BETWEEN $2 AND $3 AND c.cell_id = ANY($4)
                AND c.party IS NOT NULL
            GROUP BY c.party) each
        GROUP BY kinds
        """,
        list(places),
        *days,
        list(cell_ids),
        _KINDS,
    )
    return [
        PartyCount(
            kinds=[CountedParty(one) for at, one in enumerate(_KINDS, 1) if row["kinds"] >> at & 1],
            parties=row["parties"],
        )
        for row in found
    ]


class Behind(msgspec.Struct, frozen=True, kw_only=True):
    """An event with the record behind it, for drilling down."""

    record_id: UUID
    entry: int
    ordinal: int
    event: CountedEvent
    detail: str
    happened_on: date
    entered_on: date
    annulled_on: date | None
    counted: int
    amount: int


async def _full_on(
    places: Sequence[int], cell_ids: Sequence[int], days: Days, *, gone: bool, wanted: int
) -> date | None:
    """Return the day with which so many events are reached; None if there are fewer.

    No place gives more than that many, and each is read in the order of its days from the index alone.
    """
    found: date | None = await database.fetchval(
        f"""
        SELECT t.happened_on FROM unnest($1::integer[]) AS p (id), LATERAL (
            SELECT c.happened_on FROM counted_events c
            WHERE c.place_id = p.id AND c.happened_on BETWEEN $2 AND $3 AND c.cell_id = ANY($4)
                {"AND c.annulled_on IS NOT NULL" if gone else ""}
            ORDER BY c.happened_on LIMIT $5
        ) t
        ORDER BY t.happened_on OFFSET $5 - 1 LIMIT 1
        """,
        list(places),
        *days,
        list(cell_ids),
        wanted,
    )
    return found


async def behind(
    places: Sequence[int],
    cell_ids: Sequence[int],
    days: Days,
    *,
    gone: bool,
    after: tuple[date, UUID, int, int] | None,
    limit: int,
) -> list[Behind]:
    """Return events of places and days with their records, the oldest first, after one of them.

    `gone`: those alone that stand no more. On which day the page is full is found in the index first: else all events
    of a department's year would be fetched and sorted for fifty of them.
    """
    first = days[0] if after is None else max(days[0], after[0])
    unseen = first if after is None else first + timedelta(1)
    full = await _full_on(places, cell_ids, (unseen, days[1]), gone=gone, wanted=limit)
    row, cell = CountedRow, CountedRow.cell_id
    found = row.select(
        *(row.record_id, row.entry, row.ordinal, row.happened_on, row.entered_on),
        *(row.annulled_on, row.counted, row.amount),
        cell.event.as_alias("event"),
        cell.detail.as_alias("detail"),
    )
    found = found.where(rows.any_of(row.place_id, places), rows.any_of(row.cell_id, cell_ids))
    found = found.where(row.happened_on >= first, row.happened_on <= (full or days[1]))
    if gone:
        found = found.where(row.annulled_on.is_not_null())
    keys = (row.happened_on, row.record_id, row.entry, row.ordinal)
    if after is not None:
        found = found.where(QueryString("({}, {}, {}, {}) > ({}, {}, {}, {})", *keys, *after))
    return rows.many(Behind, await found.order_by(*keys).limit(limit))
