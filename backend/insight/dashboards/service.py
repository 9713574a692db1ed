"""Dashboards: what a unit should know of a period, in few questions to the database.

    board = await dashboards.board(actor, unit_id=None, period=period, today=clock.today())

Figures are those of their definitions (backend/insight/figures), so each number is the one that statistics shows. What
is late and who carries what is as of now.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.core import clock
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.core.scope import READS_UNIT
from backend.force.units import service as units_service
from backend.force.units.service import UnitView
from backend.insight.figures import definitions
from backend.insight.figures import service as figures
from backend.insight.queries import counting, standing
from backend.insight.queries import dashboards as queries
from backend.insight.queries.counting import Progress
from backend.insight.queries.dashboards import Goods as Goods
from backend.insight.queries.dashboards import Spot as Spot
from backend.insight.queries.dashboards import Told
from backend.insight.queries.standing import Late as Late
from backend.insight.queries.standing import Load as Load
from backend.insight.rules import asking, boards, covering, evaluating
from backend.insight.rules.boards import Days, Share
from backend.insight.rules.counting import spans
from backend.insight.rules.covering import Cover
from backend.insight.rules.periods import Period
from backend.insight.texts import work as texts
from backend.law.deadlines import service as deadlines
from schemas.core.problems import Text
from schemas.core.vocabulary import Role
from schemas.insight.definitions import FigureDefinition
from schemas.insight.figures import CountedEvent

CODES = (
    "cases_detected",
    "decisions",
    "fines_imposed",
    "money_collected",
    "fines_unpaid",
    "goods_seized",
    "goods_unvalued",
    "days_to_decide",
    "inspections",
)
"""The figures of a dashboard."""
TREND = ("cases_detected", "decisions", "days_to_decide")
"""Those that it shows month by month."""
MOST_SEIZURES = 2000
"""Cases whose lists of goods are read by name. With more, goods are told by field alone."""
MOST_INSPECTIONS = 60_000
"""Inspections whose places are looked up, each by its own index: some thousand in a tenth of a second."""
_GOODS = 10
_SQUARE_E7 = 100_000
"""A hundredth of a degree, about a kilometre: squares in which places are gathered. For the force ten times that."""


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """A figure now, and over the same days of last year."""

    now: int | None
    before: int | None


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """A month of the trend, and the same month a year before."""

    period: Period
    values: dict[str, Compared]


class Board(msgspec.Struct, frozen=True, kw_only=True):
    """All that a dashboard tells."""

    unit: UnitView
    units: list[UnitView]
    """Those that the reader may ask for, the own one first."""
    below: list[UnitView]
    """Those directly below the unit."""
    days: Days
    figures: dict[str, Compared]
    months: list[Month]
    fields: list[Share]
    """Value of goods seized by field, the greatest first."""
    goods: list[Goods] | None
    """The same by name; null if there were too many seizures to read all lists."""
    spans: list[Share]
    """Decisions by how long they took, the shortest span first."""
    late: list[Late]
    load: list[Load]
    """Of units if there are some below, else of officers, the most open cases first."""
    named: bool
    """Whether the officers of `load` may be named."""
    spots: list[Spot] | None
    """Where inspections were; null if there were too many to look each up."""
    counted: Progress


def limit_name(one: Late) -> Text:
    """Return what a missed limit is, in words."""
    if one.rule in texts.RULES:
        return texts.RULES[one.rule]
    return deadlines.words_of(one.rule_set or deadlines.rule_set_at(clock.today()), one.rule)[0]


async def board(actor: Actor, unit_id: UUID | None, period: Period, today: date) -> Board:
    """Return the dashboard of a unit, or of the reader's own. Raises NotAllowed, NotFound for a unit out of sight."""
    if not actor.has(*READS_UNIT):
        raise NotAllowed
    units = await units_service.covered(actor)
    unit = next((one for one in units if unit_id in (None, one.id)), None)
    if unit is None:
        raise NotFound(what="unit")
    below = [one for one in units if one.parent_id == unit.id]
    days = boards.days(period, today)
    known = definitions.in_force(period.last)
    read = await _read(unit, days, [known[code] for code in CODES], actor)
    span = (period.first, period.last)
    return Board(
        unit=unit,
        units=units,
        below=below,
        days=days,
        figures=read.told,
        months=_trend(days, [known[code] for code in TREND], read.sums),
        fields=await _by_field(read.cover, days, read.edge),
        goods=await _goods(unit, read.cover, span),
        spans=boards.shares(
            _timed(read.sums, period.first, period.last),
            _timed(read.then, days.before.first, days.until_before),
            spans.SPANS,
        ),
        late=await standing.late(actor, unit.level, unit.id, clock.now()),
        load=await _load(actor, unit, below),
        named=_may_name(actor, unit),
        spots=await _spots(unit, read.cover, span, read.told["inspections"].now or 0),
        counted=await figures.counted_until(),
    )


class _Read(NamedTuple):
    """Figures of a unit, and the sums that they are made of."""

    cover: Cover
    sums: list[Told]
    """What happened, by half month."""
    then: list[Told]
    """The same up to the day of last year that is compared."""
    edge: list[Told]
    told: dict[str, Compared]


async def _read(
    unit: UnitView, days: Days, wanted: Sequence[FigureDefinition], actor: Actor
) -> _Read:
    events = evaluating.events_of(wanted)
    stocked = [one for one in wanted if one.kind == "stock"]
    stocks = evaluating.events_of(stocked)
    cover, covers = await _covers(unit, days)
    found = await queries.halves(
        list(cover.units),
        events,
        (days.begins, days.period.last),
        stocks,
        ((list(covers[0].units), days.period.last), (list(covers[1].units), days.whole_until)),
    )
    edge = await _edge(cover, covers[1], events, stocks, days)
    stood = await _stood(stocked, [*found, *edge], unit, covers, days, actor)
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
    return _Read(cover, sums, then, edge, told | stood)


async def _stood(
    stocked: Sequence[FigureDefinition],
    sums: Sequence[Told],
    unit: UnitView,
    covers: tuple[Cover, Cover],
    days: Days,
    actor: Actor,
) -> dict[str, Compared]:
    """Return how things stood at both ends, from sums.

    A unit that has the records of a closed one, but not of those below it, has no sums of that: statistics read the
    events then, in a few questions more.
    """
    found: dict[str, dict[str, int | None]] = {}
    ends = (("now", covers[0], days.period.last), ("before", covers[1], days.until_before))
    for part, cover, day in ends:
        if asking.summed(cover.units.values(), 0, "half"):
            told = [one for one in sums if one.part == part]
            found[part] = {one.code: evaluating.value(one, told) for one in stocked}
        else:
            wanted = figures.Wanted(units=(unit.id,), first=day, last=day)
            codes = [one.code for one in stocked]
            found[part] = (await figures.values(codes, wanted, actor))[unit.id]
    return {
        one.code: Compared(now=found["now"][one.code], before=found["before"][one.code])
        for one in stocked
    }


async def _spots(
    unit: UnitView, cover: Cover, span: tuple[date, date], inspections: int
) -> list[Spot] | None:
    if inspections > MOST_INSPECTIONS:
        return None
    square = _SQUARE_E7 * (10 if unit.level == 1 else 1)
    return await queries.spots(cover.places, span, square)


async def _covers(unit: UnitView, days: Days) -> tuple[Cover, tuple[Cover, Cover]]:
    """Return where what happened in a unit is found, and how things stood at the end of both periods."""
    units = await counting.units()
    places = await counting.known_places()
    then, now, before = (
        covering.cover(unit.id, places, units, day)
        for day in (None, days.period.last, days.until_before)
    )
    return then, (now, before)


async def _edge(
    cover: Cover,
    stood: Cover,
    events: Sequence[CountedEvent],
    stocks: Sequence[CountedEvent],
    days: Days,
) -> list[Told]:
    """Return the days of last year after the last whole half month that is compared."""
    if days.edge is None:
        return []
    if asking.summed([*cover.units.values(), *stood.units.values()], 1, "day"):
        return await queries.days_of_the_force(list(cover.units), events, stocks, days.edge)
    return await queries.days(cover.places, stood.places, events, stocks, days.edge)


def _trend(days: Days, wanted: Sequence[FigureDefinition], sums: Sequence[Told]) -> list[Month]:
    found = []
    for month in days.months:
        last_year = boards.days(month, month.last).before
        values = {
            one.code: Compared(
                now=boards.value(one, sums, month.first, month.last),
                before=boards.value(one, sums, last_year.first, last_year.last),
            )
            for one in wanted
        }
        found.append(Month(period=month, values=values))
    return found


async def _by_field(cover: Cover, days: Days, edge: Sequence[Told]) -> list[Share]:
    event = CountedEvent.GOODS_SEIZED
    spans = ((days.period.first, days.period.last), (days.before.first, days.whole_until))
    if asking.summed(cover.units.values(), 1, "half"):
        found = await queries.by_field(list(cover.units), event, spans)
    else:
        found = await queries.by_field_of_events(cover.places, event, spans)
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


def _timed(sums: Sequence[Told], first: date, last: date) -> dict[str, int]:
    counts: dict[str, int] = {}
    for one in sums:
        if one.event == CountedEvent.DECISIONS_TIMED and first <= one.starts_on <= last:
            counts[one.detail] = counts.get(one.detail, 0) + one.counted
    return counts


async def _goods(unit: UnitView, cover: Cover, span: tuple[date, date]) -> list[Goods] | None:
    if unit.level == 1:
        return None
    found = await queries.goods(cover.places, span, MOST_SEIZURES, _GOODS)
    return None if found and found[0].seizures > MOST_SEIZURES else found


async def _load(actor: Actor, unit: UnitView, below: Sequence[UnitView]) -> list[Load]:
    if below:
        found = await standing.load_of_units(actor, unit.level, unit.id, clock.now())
    else:
        found = await standing.load_of_officers(actor, unit.level, unit.id, clock.now())
    return sorted(found, key=lambda one: (-one.open, one.name, str(one.id)))


def _may_name(actor: Actor, unit: UnitView) -> bool:
    """Tell whether officers are named: to who heads that very unit, and to nobody above or beside it."""
    heads = actor.has(Role.SUPERVISOR, Role.TEAM_LEADER)
    return heads and actor.unit.unit_id == unit.id
