"""How far issued plans are: a board by state, a calendar by unit and month, numbers by unit.

Each number is a link to the rows behind it.
"""

from datetime import date
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from litestar import Response, get

from admin_ui.planning import choices
from admin_ui.planning.choices import Options
from admin_ui.planning.items.asked import LATE, SHOWN
from admin_ui.planning.items.page import ITEMS, asked_of, filters_of
from admin_ui.shell.formats import short_period
from admin_ui.shell.forms import query_of
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.unit_names import short_name
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.core.database import at_once, transaction
from backend.core.errors import NotAllowed
from backend.force.units.service import UnitView
from backend.planning.progress import service as progress
from backend.planning.readers import service as readers
from schemas.planning.views import ItemRow, UnitMonth

_COLUMN = 10
"""Items of a column of the board; its number is of all, and leads to all."""
_DONE = SHOWN.index("done")
_OVER = ("done", "not_done")
"""Columns that stand below the others, folded: nothing in them waits for anybody."""


def _looks(request: AnyRequest) -> Actor:
    actor = actor_of(request)
    if not readers.looks(actor):
        raise NotAllowed
    return actor


def _with_year(request: AnyRequest) -> dict[str, str]:
    asked = asked_of(request)
    year = choices.year_of(asked["year"]) or choices.this_year()
    return asked | {"year": str(year)}


class Card(NamedTuple):
    """One item on the board: three short lines."""

    key: str
    href: str
    title: str
    days: str
    who: str
    """The unit by its short name, and who leads."""
    whose: str
    """The unit's whole name."""
    reason: str
    late: bool


class Lane(NamedTuple):
    """The items of one state: how many, the first of them, and where all are."""

    name: str
    number: int
    cards: list[Card]
    href: str


def _card(row: ItemRow, language: Language) -> Card:
    unit = short_name(row.unit_name, language)
    days = short_period(row.first_day, row.last_day)
    return Card(
        key=str(row.id),
        href=f"/desk/plans/{row.plan_id}/items/{row.id}",
        title=row.subject_name or row.criterion or "",
        days=say(language, "planitems.board_late", days=days) if row.late else days,
        who=" · ".join(one for one in (unit, row.leader_name) if one),
        whose=getattr(row.unit_name, language),
        reason=row.reason or "",
        late=row.late,
    )


@get("/desk/plans/board", include_in_schema=False)
async def show_board(request: AnyRequest) -> Response[str]:
    """Show items of a year as columns by state, each with what ends soonest first.

    What is late stands first in the column of its state, so that each item is on the board once; the number of all that
    are late stands above. Raises NotAllowed.
    """
    actor, language, asked = _looks(request), language_of(request), _with_year(request)

    async def lane(name: str) -> Lane:
        filters = await filters_of(request, asked | {"state": name})
        found = await progress.work(actor, filters, limit=1 if name == LATE else _COLUMN)
        href = f"{ITEMS}?{query_of({**asked, 'state': name})}"
        return Lane(name, found.count, [_card(one, language) for one in found.rows], href)

    async with transaction(), at_once() as ask:
        choosing = ask(choices.units_of(request))
        lanes = [ask(lane(name)) for name in SHOWN]
    units, columns = choosing.result(), [one.result() for one in lanes]
    late = columns.pop(SHOWN.index(LATE))
    return page(
        request,
        "planning/progress/board.html",
        asked=asked,
        columns=[one for one in columns if one.name not in _OVER],
        late=late,
        over=[one for one in columns if one.name in _OVER and one.number],
        any=any(one.number for one in columns),
        units=choices.options(units, request),
        months=choices.months(language, int(asked["year"])),
    )


class Cell(NamedTuple):
    """What one unit has in a month, or in the whole year. The texts are empty where there is nothing."""

    label: str
    """The month, for narrow screens."""
    said: str
    """How many are done of how many."""
    href: str
    late: str
    late_href: str


class UnitRow(NamedTuple):
    """A unit's line of the calendar: twelve months and the year."""

    name: str
    cells: list[Cell]


class UnitNumbers(NamedTuple):
    """A unit's line of numbers: state, count, link."""

    name: str
    numbers: list[tuple[str, int, str]]


_Numbers = list[int]
"""In the order of SHOWN."""
_numbers = attrgetter(*SHOWN)


class _Of(NamedTuple):
    """A unit with the numbers of itself and of all units below it, as the lists behind them count."""

    unit: UnitView
    href: str
    """The list of its items in the year."""
    months: dict[date, _Numbers]
    year: _Numbers


async def _found(request: AnyRequest, asked: dict[str, str]) -> tuple[list[_Of], date, Options]:
    actor = _looks(request)
    async with transaction():
        units = await choices.units_of(request)
        found = await progress.months(actor, int(asked["year"]))
    chosen = choices.chosen(units, asked["unit"])
    sums = _summed(units, found.rows)
    lines = [
        _Of(one, f"{ITEMS}?{query_of({'year': asked['year'], 'unit': str(one.id)})}", *sums[one.id])
        for one in (choices.below(units, chosen.id) if chosen else units)
        if one.id in sums
    ]
    return lines, found.day, choices.options(units, request)


def _summed(
    units: list[UnitView], rows: list[UnitMonth]
) -> dict[UUID, tuple[dict[date, _Numbers], _Numbers]]:
    """Return the numbers of each unit with those of all below it, by month and of the year.

    Each row is added to its unit and to those above: the nation's office has some thousand rows of hundreds of units,
    and a look at all rows for each unit took a second.
    """
    above = {one.id: one.parent_id for one in units}
    found: dict[UUID, tuple[dict[date, _Numbers], _Numbers]] = {}
    for row in rows:
        numbers = _numbers(row)
        unit_id: UUID | None = row.unit_id
        while unit_id in above:
            months, year = found.setdefault(unit_id, ({}, [0] * len(SHOWN)))
            for sums in (months.setdefault(row.month, [0] * len(SHOWN)), year):
                for place, number in enumerate(numbers):
                    sums[place] += number
            unit_id = above[unit_id]
    return found


def _cell(label: str, numbers: _Numbers | None, href: str, language: Language) -> Cell:
    if numbers is None:
        return Cell(label, "", "", "", "")
    *states, late = numbers
    return Cell(
        label=label,
        said=f"{numbers[_DONE]}/{sum(states)}",
        href=href,
        late=say(language, "planitems.late_count", count=late) if late else "",
        late_href=f"{href}&state={LATE}",
    )


@get("/desk/plans/calendar", include_in_schema=False)
async def show_calendar(request: AnyRequest) -> Response[str]:
    """Show each unit's items of a year by the month in which they end. Raises NotAllowed."""
    language, asked = language_of(request), _with_year(request)
    found, day, units = await _found(request, asked)
    months = [
        (say(language, "planitems.month_short", month=at), date(int(asked["year"]), at, 1))
        for at in range(1, 13)
    ]
    whole = say(language, "planitems.whole")
    rows = [
        UnitRow(
            getattr(one.unit.name, language),
            [
                *(
                    _cell(label, one.months.get(at), f"{one.href}&month={at.month}", language)
                    for label, at in months
                ),
                _cell(whole, one.year, one.href, language),
            ],
        )
        for one in found
    ]
    return page(
        request,
        "planning/progress/calendar.html",
        asked=asked,
        units=units,
        units_rows=rows,
        day=day,
    )


@get("/desk/plans/units", include_in_schema=False)
async def show_units(request: AnyRequest) -> Response[str]:
    """Show how many items each unit has in each state. Raises NotAllowed."""
    asked = _with_year(request)
    found, _, units = await _found(request, asked)
    rows = [
        UnitNumbers(
            getattr(one.unit.name, language_of(request)),
            [
                (state, number, f"{one.href}&state={state}")
                for state, number in zip(SHOWN, one.year, strict=True)
            ],
        )
        for one in found
    ]
    return page(
        request,
        "planning/progress/units.html",
        asked=asked,
        units=units,
        units_rows=rows,
        columns=SHOWN,
    )


HANDLERS = [show_board, show_calendar, show_units]
