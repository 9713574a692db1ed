"""How far issued plans are: a board by state, a calendar by unit and month, numbers by unit.

Each number is a link to the rows behind it.
"""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from litestar import Response, get

from admin_ui.planning import choices
from admin_ui.planning.choices import Options
from admin_ui.planning.items.page import ITEMS, LATE, SHOWN, asked_of, filters_of
from admin_ui.shell.forms import query_of
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotAllowed
from backend.force.units.service import UnitView
from backend.planning.progress import service as progress
from backend.planning.readers import service as readers
from schemas.planning.views import UnitMonth

_COLUMN = 20
"""Items of a column of the board; its number is of all."""
_STATES = ("planned", "decided", "running", "done", "not_done")


def _looks(request: AnyRequest) -> Actor:
    actor = actor_of(request)
    if not readers.looks(actor):
        raise NotAllowed
    return actor


def _with_year(request: AnyRequest) -> dict[str, str]:
    asked = asked_of(request)
    year = choices.year_of(asked["year"]) or choices.this_year()
    return asked | {"year": str(year)}


@get("/desk/plans/board", include_in_schema=False)
async def show_board(request: AnyRequest) -> Response[str]:
    """Show items of a year as columns by state. Raises NotAllowed."""
    actor, language, asked = _looks(request), language_of(request), _with_year(request)
    columns = []
    async with transaction():
        units = await choices.units_of(request)
        for name in SHOWN:
            filters = await filters_of(request, asked | {"state": name})
            found = await progress.work(actor, filters, limit=_COLUMN)
            href = f"{ITEMS}?{query_of({**asked, 'state': name})}"
            columns.append((name, found.count, found.rows, href))
    return page(
        request,
        "planning/progress/board.html",
        asked=asked,
        columns=columns,
        any=any(count for _, count, _, _ in columns),
        units=choices.options(units, request),
        months=choices.months(language, int(asked["year"])),
    )


class Cell(NamedTuple):
    """What one unit has in a month, or in the whole year."""

    all: int
    done: int
    late: int
    href: str
    late_href: str


class UnitRow(NamedTuple):
    """A unit's line of the calendar: twelve months and the year."""

    name: str
    cells: list[Cell]


class UnitNumbers(NamedTuple):
    """A unit's line of numbers: state, count, link."""

    name: str
    numbers: list[tuple[str, int, str]]


class _Of(NamedTuple):
    """A unit with the numbers of itself and of all units below it, as the lists behind them count."""

    unit: UnitView
    rows: list[UnitMonth]


async def _found(request: AnyRequest, asked: dict[str, str]) -> tuple[list[_Of], date, Options]:
    actor = _looks(request)
    async with transaction():
        units = await choices.units_of(request)
        found = await progress.months(actor, int(asked["year"]))
    chosen = choices.chosen(units, asked["unit"])
    listed = choices.below(units, chosen.id) if chosen else units
    lines = []
    for one in listed:
        inside = {below.id for below in choices.below(units, one.id)}
        of_unit = [row for row in found.rows if row.unit_id in inside]
        if of_unit:
            lines.append(_Of(one, of_unit))
    return lines, found.day, choices.options(units, request)


def _all(rows: list[UnitMonth], state: str) -> int:
    return sum(int(getattr(one, state)) for one in rows)


def _link(asked: dict[str, str], unit_id: UUID, month: int | None, state: str) -> str:
    """Return the list of the unit's own items behind a number."""
    conditions = {
        "year": asked["year"],
        "unit": str(unit_id),
        "month": str(month) if month else "",
        "state": state,
    }
    return f"{ITEMS}?{query_of(conditions)}"


def _cell(rows: list[UnitMonth], asked: dict[str, str], unit_id: UUID, month: int | None) -> Cell:
    return Cell(
        all=sum(_all(rows, state) for state in _STATES),
        done=_all(rows, "done"),
        late=_all(rows, LATE),
        href=_link(asked, unit_id, month, ""),
        late_href=_link(asked, unit_id, month, LATE),
    )


@get("/desk/plans/calendar", include_in_schema=False)
async def show_calendar(request: AnyRequest) -> Response[str]:
    """Show each unit's items of a year by the month in which they end. Raises NotAllowed."""
    asked = _with_year(request)
    found, day, units = await _found(request, asked)
    rows = []
    for unit, of_unit in found:
        by_month = [
            [one for one in of_unit if one.month == date(int(asked["year"]), month, 1)]
            for month in range(1, 13)
        ]
        cells = [_cell(one, asked, unit.id, month) for month, one in enumerate(by_month, 1)]
        whole = _cell(of_unit, asked, unit.id, None)
        rows.append(UnitRow(getattr(unit.name, language_of(request)), [*cells, whole]))
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
            getattr(unit.name, language_of(request)),
            [(state, _all(of_unit, state), _link(asked, unit.id, None, state)) for state in SHOWN],
        )
        for unit, of_unit in found
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
