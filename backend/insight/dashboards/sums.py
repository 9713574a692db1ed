"""The sums of a dashboard: figures of a unit over two years, and how they stood at both ends, in two statements."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.insight.queries import counted_units, counting
from backend.insight.queries import dashboards as queries
from backend.insight.queries.dashboards import Part, Sought, Told
from backend.insight.rules import asking, boards, covering, evaluating
from backend.insight.rules.asking import Filters
from backend.insight.rules.boards import Days, Share
from backend.insight.rules.covering import Cover, Reading
from schemas.insight.definitions import FigureDefinition
from schemas.insight.figures import CountedEvent


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """A figure now, and over the same days of last year."""

    now: int | None
    before: int | None


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Whose figures are read, over which days, by which reading of a reorganised force, and what is counted alone."""

    unit_id: UUID
    days: Days
    today: date
    reading: Reading
    filters: Filters


class Read(NamedTuple):
    """Figures of a unit, and the sums that they are made of."""

    cover: Cover
    sums: list[Told]
    """What happened, by half month."""
    then: list[Told]
    """The same up to the day of last year that is compared."""
    edge: list[Told]
    told: dict[str, Compared]


class _Covers(NamedTuple):
    """Where what happened is found, and how things stood at the end of both periods."""

    flow: Cover
    now: Cover
    before: Cover


async def read(asked: Asked, wanted: Sequence[FigureDefinition]) -> Read:
    """Return figures of a unit. The caller has asked whether the reader may see it."""
    days = asked.days
    stocked = [one for one in wanted if one.kind == "stock"]
    sought = Sought(
        events=evaluating.events_of(wanted),
        stocks=evaluating.events_of(stocked),
        filters=asked.filters,
    )
    covers = await _covers(asked)
    grain = asked.filters.grain
    found = await queries.halves(
        sought,
        _part(covers.flow, grain, days.begins, days.period.last),
        _part(covers.now, grain, None, days.period.last),
        _part(covers.before, grain, None, days.whole_until),
    )
    edge = await _edge(covers, sought, days)
    sums = [one for one in found if one.part == "flow"]
    then = [one for one in sums if one.starts_on <= days.whole_until]
    then += [one for one in edge if one.part == "flow"]
    told = {
        one.code: Compared(
            now=boards.value(one, sums, days.period.first, days.period.last),
            before=boards.value(one, then, days.before.first, days.until_before),
        )
        for one in wanted
        if one.kind != "stock"
    }
    return Read(covers.flow, sums, then, edge, told | _stood(stocked, [*found, *edge]))


def _part(cover: Cover, grain: int, first: date | None, last: date) -> Part:
    """Return one part of the numbers.

    A unit that was handed the records of a closed one, but not of those below it, has no sums of that; nor has a team
    by field or party. Their events tell then.
    """
    summed = asking.summed(cover.units.values(), grain, "half")
    return Part(cover=cover, summed=summed, first=first, last=last)


def _stood(stocked: Sequence[FigureDefinition], found: Sequence[Told]) -> dict[str, Compared]:
    """Return how things stood at both ends."""
    now, before = ([one for one in found if one.part == part] for part in ("now", "before"))
    return {
        one.code: Compared(now=evaluating.value(one, now), before=evaluating.value(one, before))
        for one in stocked
    }


async def _covers(asked: Asked) -> _Covers:
    units = await counted_units.units()
    places = await counting.known_places()
    if asked.reading == "today":
        # As statistics: what happened belongs to the unit that has the work now, and so does how things stood.
        cover = covering.cover(asked.unit_id, places, units, asked.today)
        return _Covers(cover, cover, cover)
    days = asked.days
    flow, now, before = (
        covering.cover(asked.unit_id, places, units, day)
        for day in (None, days.period.last, days.until_before)
    )
    return _Covers(flow, now, before)


async def _edge(covers: _Covers, sought: Sought, days: Days) -> list[Told]:
    """Return the days of last year after the last whole half month that is compared."""
    if days.edge is None:
        return []
    flow, stood = covers.flow, covers.before
    if asking.summed([*flow.units.values(), *stood.units.values()], 1, "day"):
        return await queries.days_of_the_force(list(flow.units), sought, days.edge)
    return await queries.days(flow.places, stood.places, sought, days.edge)


async def by_field(cover: Cover, filters: Filters, days: Days, edge: Sequence[Told]) -> list[Share]:
    """Return the value of goods seized by field, the greatest first."""
    event = CountedEvent.GOODS_SEIZED
    spans = ((days.period.first, days.period.last), (days.before.first, days.whole_until))
    summed = asking.summed(cover.units.values(), 1, "half")
    found = await queries.by_field(cover, event, filters, spans, summed=summed)
    return boards.shares(
        _worth(one for one in found if one.starts_on >= days.period.first),
        _worth(
            one
            for one in (*found, *edge)
            if one.event == event and one.part == "flow" and one.starts_on < days.period.first
        ),
    )


def _worth(found: Iterable[Told]) -> dict[str, int]:
    worth: dict[str, int] = {}
    for one in found:
        worth[one.field] = worth.get(one.field, 0) + one.amount
    return worth


def timed(sums: Sequence[Told], first: date, last: date) -> dict[str, int]:
    """Return how many decisions took how long, by span."""
    counts: dict[str, int] = {}
    for one in sums:
        if one.event == CountedEvent.DECISIONS_TIMED and first <= one.starts_on <= last:
            counts[one.detail] = counts.get(one.detail, 0) + one.counted
    return counts
