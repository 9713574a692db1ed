"""Figures of intake: what came in, by source and nature, by unit and month, and what became of it.

Every number leads to the list that it counts.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

import msgspec
from litestar import Response, get

from admin_ui.intake.board.rows import POINT
from admin_ui.intake.figures import asked as asking
from admin_ui.shell.forms import query_of
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import Language, say
from backend.core.database import transaction
from backend.intake.informations import service as informations
from schemas.intake.views import SourceFigure

_PLACE = "/desk/informations/figures"


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """One number, and where its rows are listed."""

    count: int
    address: str


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a table."""

    title: str
    cells: list[Cell]
    hours: int | None = None
    """Median from receipt to the head's first act, where the row is of one unit, month, source and nature."""


@get(_PLACE, include_in_schema=False)
async def show_figures(request: AnyRequest) -> Response[str]:
    """Show the figures of these days. Raises NotAllowed."""
    actor, language = actor_of(request), language_of(request)
    since, until = asking.days(request.query_params)
    async with transaction():
        found = await informations.figures(actor, since, until)
    days = {"since": since.isoformat(), "until": until.isoformat()}
    return page(
        request,
        "intake/figures/figures.html",
        view_name="figures",
        counts=True,
        asked={"unit": ""},
        units=[],
        since=since,
        until=until,
        columns=list(asking.COUNTED),
        total=_line(say(language, "intakefigures.total"), found, days),
        by_source=_by_source(found, days, language),
        by_unit=_by_unit(found, since, until, language),
        days=days,
        query=query_of(days),
    )


def _line(title: str, rows: Sequence[SourceFigure], filters: dict[str, str]) -> Line:
    cells = [
        Cell(
            count=sum(getattr(one, name) for one in rows),
            address=f"/desk/informations/list?{query_of({'counted': 'yes', **filters, **more})}",
        )
        for name, more in asking.COUNTED.items()
    ]
    return Line(title=title, cells=cells)


def _by_source(
    found: Sequence[SourceFigure], days: dict[str, str], language: Language
) -> list[Line]:
    kinds = dict.fromkeys((one.source, one.nature) for one in sorted(found, key=_order))
    made = []
    for source, nature in kinds:
        rows = [one for one in found if (one.source, one.nature) == (source, nature)]
        title = _title(rows[0], language)
        made.append(_line(title, rows, days | {"source": str(source), "nature": str(nature)}))
    return made


_SOURCES = ("order", "officer", "transfer", "request", "media", "tip")


def _order(one: SourceFigure) -> tuple[int, str]:
    return _SOURCES.index(one.source), one.nature


def _title(one: SourceFigure, language: Language) -> str:
    """Return the source without its letter; what came from citizens by its nature, which has a register of its own."""
    area = f"intakefigures.tip_{one.nature}" if one.source == "tip" else None
    return POINT.sub("", say(language, area or f"informations.source_{one.source}"))


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One unit in one month: its sum, and its sources with the time to the first action."""

    unit: str
    month: str
    sum: Line
    lines: list[Line]


def _by_unit(
    found: Sequence[SourceFigure], since: date, until: date, language: Language
) -> list[Part]:
    keys: dict[tuple[UUID, str], None] = dict.fromkeys((one.unit_id, one.month) for one in found)
    made = []
    for unit_id, month in keys:
        rows = [one for one in found if (one.unit_id, one.month) == (unit_id, month)]
        days = _month(month, since, until) | {"alone": str(unit_id)}
        lines = []
        for one in sorted(rows, key=_order):
            filters = days | {"source": str(one.source), "nature": str(one.nature)}
            line = _line(_title(one, language), [one], filters)
            lines.append(msgspec.structs.replace(line, hours=one.first_action_hours))
        made.append(
            Part(
                unit=getattr(rows[0].unit_name, language),
                month=f"{month[5:]}/{month[:4]}",
                sum=_line("", rows, days),
                lines=lines,
            )
        )
    return made


def _month(month: str, since: date, until: date) -> dict[str, str]:
    """Return the days of a month, as far as they are between the two days that the page shows."""
    first = date.fromisoformat(f"{month}-01")
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return {"since": max(first, since).isoformat(), "until": min(last, until).isoformat()}


HANDLERS = [show_figures]
