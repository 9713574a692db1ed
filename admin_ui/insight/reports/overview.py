"""Who sent which report: units below beside the periods that ended last, and reminding those who did not."""

from datetime import date
from typing import Any, NamedTuple

from litestar import Response, get, post
from litestar.response import Redirect

from admin_ui.insight.reports.page import LIST, address, options, reader
from admin_ui.shell import formats, typed
from admin_ui.shell.clock_words import clock_end
from admin_ui.shell.forms import query_of, read_form
from admin_ui.shell.render import AnyRequest, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import Language, say
from backend.core import clock
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.force.units import service as units_service
from backend.force.units.service import UnitView
from backend.insight.reports import overview

_PLACE = f"{LIST}/units"
_EARLIEST, _LATEST = date(2001, 1, 1), date(2100, 12, 31)
_TONES = {
    "sent_up": "good",
    "issued": "good",
    "ready": "accent",
    "approved": "accent",
    "sent_back": "warn",
}


class Column(NamedTuple):
    """A kind of report and its period."""

    definition: str
    first: str
    title: str
    period: str
    ends: str
    open: int
    before_use: bool


class Cell(NamedTuple):
    """How far one unit's report is."""

    said: str
    tone: str
    href: str


class Line(NamedTuple):
    """A unit."""

    name: str
    closed: str
    cells: list[Cell | None]


@get(_PLACE, include_in_schema=False)
async def show_units(request: AnyRequest) -> Response[str]:
    """Show how far the reports of the units below are. Raises NotAllowed."""
    actor, language = reader(request), language_of(request)
    day = _day(request.query_params.get("day", ""))
    async with transaction():
        units = await units_service.covered(actor)
        unit = _chosen(units, request.query_params.get("unit", ""))
        found = await overview.of_units(unit, day, actor)
    return page(
        request,
        "insight/reports/units.html",
        units=options(_with_units_below(units), language),
        asked={"unit": str(unit.id), "day": day.isoformat()},
        columns=[
            Column(
                definition=one.definition,
                first=one.days.period.first.isoformat(),
                title=getattr(one.title, language),
                period=formats.period(one.days.period.first, one.days.period.last, language),
                ends=clock_end(one.days.due_at, language),
                open=count,
                before_use=one.before_use,
            )
            for one, count in zip(found.columns, found.open, strict=True)
        ],
        lines=[_line(one, language) for one in found.lines],
        may_remind=actor.has(*overview.REMINDERS) and day == clock.today(),
        reminded=_reminded(request),
    )


def _day(text: str) -> date:
    """Return the day that is asked for; for none, or one around which no period can be, today."""
    day = typed.day_or_none(text)
    return day if day and _EARLIEST <= day <= _LATEST else clock.today()


def _chosen(units: list[UnitView], text: str) -> UnitView:
    found = next((one for one in units if str(one.id) == text), units[0] if units else None)
    if found is None:
        raise NotFound(what="unit")
    return found


def _with_units_below(units: list[UnitView]) -> list[UnitView]:
    parents = {one.parent_id for one in units}
    return [one for one in units if one.id in parents] or units[:1]


def _reminded(request: AnyRequest) -> int | None:
    said = request.query_params.get("reminded", "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 6 else None


def _line(one: overview.Line, language: Language) -> Line:
    closed = ""
    if one.closed_on is not None:
        closed = say(language, "reports.closed_on", day=formats.short_date(one.closed_on, language))
        if one.successor is not None:
            goes_on = say(language, "reports.goes_on", unit=getattr(one.successor, language))
            closed = f"{closed}; {goes_on}"
    return Line(
        name=getattr(one.name, language),
        closed=closed,
        cells=[_cell(cell, language) if cell else None for cell in one.cells],
    )


def _cell(cell: overview.Cell, language: Language) -> Cell:
    said = say(language, f"reports.state_{cell.shown}")
    tone = _TONES.get(cell.shown, "")
    if cell.before_use and cell.report_id is None:
        said = say(language, "reports.before_use")
    elif cell.late:
        said, tone = f"{said} · {say(language, 'reports.state_late')}", "bad"
    elif cell.sent_late:
        said, tone = f"{said} · {say(language, 'reports.sent_late')}", "warn"
    return Cell(said, tone, address(cell.report_id) if cell.report_id else "")


@post(f"{_PLACE}/remind", opt=ONCE, include_in_schema=False)
async def remind(request: AnyRequest) -> Response[Any]:
    """Remind the heads of units that have not sent a report. Raises NotAllowed, NotFound."""
    actor, form = reader(request), await read_form(request)
    first = typed.day_or_none(form.text("first"))
    async with transaction():
        units = await units_service.covered(actor)
        unit = next((one for one in units if str(one.id) == form.text("unit")), None)
        if unit is None or first is None:
            raise NotFound(what="report")
        told = await overview.remind(unit, form.text("definition"), first, actor)
    asked = query_of({"unit": str(unit.id)})
    return Redirect(f"{_PLACE}?{asked}&reminded={told}", status_code=303)


HANDLERS = [show_units, remind]
