"""Reports of units below: what each sent and when, taken into a report, and compared with what was counted."""

from typing import Any, NamedTuple
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.insight.reports import tables, units_below
from admin_ui.insight.reports.page import ONE, address, reader
from admin_ui.shell.render import AnyRequest, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import Language
from backend.core.database import transaction
from backend.insight.reports import service, views
from backend.ledger import service as ledger
from schemas.insight.report_views import (
    ComparedRow,
    ReportComparison,
)

_BELOW = f"{ONE}/below"


class Compared(NamedTuple):
    """One figure: what was sent in sum, what was counted, what this report says, and by how much they differ."""

    name: str
    sent: str
    counted: str
    report: str
    off: str
    differs: bool
    units: list[tuple[str, str, str]]
    """Each unit that sent another value than was counted of it: its name, what it sent, what was counted."""
    nothing: bool
    """Nothing was sent, counted or reported, so that the page may fold it."""


@get(_BELOW, include_in_schema=False)
async def show_below(request: AnyRequest, report_id: FromPath[UUID]) -> Response[str]:
    """Show what units below sent, beside what was counted. Raises NotFound."""
    actor, language = reader(request), language_of(request)
    async with transaction():
        view = await views.view(report_id, actor)
        compared = await views.compared(report_id, actor)
    return page(
        request,
        "insight/reports/below.html",
        view=view,
        place=address(report_id),
        below=units_below.lines_of(view, language),
        compared=_compared(compared, language),
        counted_through=compared.counted_through,
    )


@post(_BELOW, opt=ONCE, include_in_schema=False)
async def take(request: AnyRequest, report_id: FromPath[UUID]) -> Response[Any]:
    """Take what the units below have sent. Raises NotFound, RefusedAct."""
    actor = reader(request)
    async with transaction():
        outcome = await service.take(report_id, actor)
    ledger.unwrap(outcome)
    return Redirect(f"{address(report_id)}?done=reports_taken#below", status_code=303)


def _compared(found: ReportComparison, language: Language) -> list[Compared]:
    names = {one.unit_id: getattr(one.unit_name, language) for one in found.units}
    return [_row(one, names, language) for one in found.rows]


def _row(row: ComparedRow, names: dict[UUID, str], language: Language) -> Compared:
    def said(value: int | None) -> str:
        return tables.written(value, row.unit, language)

    both = row.sent is not None and row.counted is not None
    off = row.sent - row.counted if row.sent is not None and row.counted is not None else 0
    units = [
        (names.get(one.unit_id, ""), said(one.sent), said(one.counted))
        for one in row.units
        if one.sent is not None and one.counted is not None and one.sent != one.counted
    ]
    return Compared(
        name=getattr(row.label, language),
        sent=said(row.sent),
        counted=said(row.counted),
        report=said(row.report),
        off=f"{'+' if off > 0 else ''}{said(off)}" if both else "–",
        differs=bool(off) or bool(units),
        units=units,
        nothing=not (row.sent or row.counted or row.report or units),
    )


HANDLERS = [show_below, take]
