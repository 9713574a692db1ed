"""Dashboards: what a unit should know of a period, in few questions to the database.

    board = await dashboards.board(actor, unit_id=None, period=period, today=clock.today())

Figures are those of their definitions (backend/insight/figures), so each number is the one that statistics shows. What
is late and who carries what is as of now.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

import msgspec

from backend.core import clock
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.core.scope import READS_UNIT
from backend.force.units import service as units_service
from backend.force.units.service import UnitView
from backend.insight.dashboards import sums
from backend.insight.dashboards.sums import Compared as Compared
from backend.insight.figures import definitions
from backend.insight.figures import service as figures
from backend.insight.queries import dashboards as queries
from backend.insight.queries import standing
from backend.insight.queries.dashboards import Goods as Goods
from backend.insight.queries.dashboards import Spot as Spot
from backend.insight.queries.dashboards import Told
from backend.insight.queries.freshness import Freshness
from backend.insight.queries.standing import Late as Late
from backend.insight.queries.standing import Load as Load
from backend.insight.rules import boards, periods
from backend.insight.rules.asking import Filters
from backend.insight.rules.boards import Days, Share
from backend.insight.rules.counting import spans
from backend.insight.rules.covering import Cover, Reading
from backend.insight.rules.periods import Period
from backend.insight.texts import work as texts
from backend.law.deadlines import service as deadlines
from schemas.core.problems import Text
from schemas.core.vocabulary import Role
from schemas.insight.definitions import FigureDefinition

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


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """A month of the trend, and the same month a year before."""

    period: Period
    values: dict[str, Compared]


class Board(msgspec.Struct, frozen=True, kw_only=True):
    """All that a dashboard tells."""

    unit: UnitView
    units: list[UnitView]
    """Those that the reader may ask for, those that were closed among them, the own one first."""
    below: list[UnitView]
    """Those directly below the unit: today, or when it was closed."""
    reading: Reading
    filters: Filters
    days: Days
    figures: dict[str, Compared]
    months: list[Month]
    fields: list[Share]
    """Value of goods seized by field, the greatest first."""
    goods: list[Goods] | None
    """The same by name; null if there were too many seizures to read all lists."""
    spans: list[Share]
    """Decisions by how long they took, the shortest span first."""
    late: list[Late] | None
    """Null where fields or parties are counted alone: limits and open cases are not told apart by them."""
    load: list[Load] | None
    """Of units if there are some below, else of officers, the most open cases first. Null as `late`."""
    named: bool
    """Whether the officers of `load` may be named."""
    spots: list[Spot] | None
    """Where inspections were; null if there were too many to look each up."""
    counted: Freshness

    @property
    def narrowed(self) -> bool:
        """Whether fields or parties are counted alone."""
        return self.filters != Filters()


def limit_name(one: Late) -> Text:
    """Return what a missed limit is, in words."""
    if one.rule in texts.RULES:
        return texts.RULES[one.rule]
    return deadlines.words_of(one.rule_set or deadlines.rule_set_at(clock.today()), one.rule)[0]


async def board(
    actor: Actor,
    unit_id: UUID | None,
    period: Period,
    today: date,
    reading: Reading = "then",
    filters: Filters | None = None,
) -> Board:
    """Return the dashboard of a unit, or of the reader's own. Raises NotAllowed, NotFound for a unit out of sight.

    A unit that was closed has one too: what happened in it is still asked for.
    """
    if not actor.has(*READS_UNIT):
        raise NotAllowed
    units = await units_service.ever_covered(actor)
    chosen = unit_id or actor.unit.unit_id
    unit = next((one for one in units if one.id == chosen), None)
    if unit is None:
        raise NotFound(what="unit")
    below = _below(unit, units, today)
    days = boards.days(period, today)
    known = definitions.in_force(period.last)
    alone = filters or Filters()
    asked = sums.Asked(unit_id=unit.id, days=days, today=today, reading=reading, filters=alone)
    read = await sums.read(asked, [known[code] for code in CODES])
    span = (period.first, period.last)
    all_of_it = alone == Filters()
    return Board(
        unit=unit,
        units=units,
        below=below,
        reading=reading,
        filters=alone,
        days=days,
        figures=read.told,
        months=_trend(days, [known[code] for code in TREND], read.sums),
        fields=await sums.by_field(read.cover, alone, days, read.edge),
        goods=await _goods(unit, read.cover, alone, span),
        spans=boards.shares(
            sums.timed(read.sums, period.first, period.last),
            sums.timed(read.then, days.before.first, days.until_before),
            spans.SPANS,
        ),
        late=await standing.late(actor, unit.level, unit.id, clock.now()) if all_of_it else None,
        load=await _load(actor, unit, below) if all_of_it else None,
        named=_may_name(actor, unit),
        spots=await _spots(unit, read.cover, alone, span, read.told["inspections"].now or 0),
        counted=await figures.freshness(),
    )


def _below(unit: UnitView, units: Sequence[UnitView], today: date) -> list[UnitView]:
    """Return the units right below: of a closed one those of its last day."""
    day = today if unit.valid_to is None else min(today, unit.valid_to - timedelta(1))
    return [
        one
        for one in units
        if one.parent_id == unit.id and (one.valid_to is None or one.valid_to > day)
    ]


async def _spots(
    unit: UnitView, cover: Cover, filters: Filters, span: tuple[date, date], inspections: int
) -> list[Spot] | None:
    if inspections > MOST_INSPECTIONS:
        return None
    square = _SQUARE_E7 * (10 if unit.level == 1 else 1)
    return await queries.spots(cover.places, filters, span, square)


def _trend(days: Days, wanted: Sequence[FigureDefinition], told: Sequence[Told]) -> list[Month]:
    found = []
    for month in days.months:
        last_year = periods.year_before(month)
        values = {
            one.code: Compared(
                now=boards.value(one, told, month.first, month.last),
                before=boards.value(one, told, last_year.first, last_year.last),
            )
            for one in wanted
        }
        found.append(Month(period=month, values=values))
    return found


async def _goods(
    unit: UnitView, cover: Cover, filters: Filters, span: tuple[date, date]
) -> list[Goods] | None:
    if unit.level == 1:
        return None
    found = await queries.goods(cover.places, filters, span, MOST_SEIZURES, _GOODS)
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
