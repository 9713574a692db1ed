"""Reports as rows of their list: every cell as text."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple
from uuid import UUID

from admin_ui.shell.clock_words import clock_end
from admin_ui.shell.formats import day_of, moment, period, short_date, short_period
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Line, Mark, Tone
from admin_ui.shell.unit_names import short_name, unit_column
from admin_ui.shell.words import Language, say
from backend.core import clock
from backend.insight.reports import limits
from backend.law.deadlines import service as deadlines
from schemas.insight.report_views import ReportListed
from schemas.insight.words import ReportState

TONES = {
    ReportState.SENT_UP: "good",
    ReportState.READY: "accent",
    ReportState.APPROVED: "accent",
    ReportState.ISSUED: "good",
    ReportState.GIVEN_UP: "",
    ReportState.CORRECTED: "",
}
"""The colour of a state's mark; the others have none."""
SENT = (ReportState.SENT_UP, ReportState.ISSUED, ReportState.CORRECTED)
"""The unit above has it, or had it."""
_NEAR = timedelta(days=3)


class Head(NamedTuple):
    """What stands above a report's page; a text is empty where there is nothing to say."""

    number: str
    tone: str
    state: str
    unit: str
    above: str
    """The unit above it, where that is not the reader's own."""
    period: str


def head(row: ReportListed, language: Language) -> Head:
    """Return what stands above a report's page."""
    return Head(
        number=_numbered(row, language),
        tone=TONES.get(row.state, ""),
        state=say(language, f"reports.state_{row.state}"),
        unit=getattr(row.unit_name, language),
        above=getattr(row.parent, language) if row.parent else "",
        period=period(row.first, row.last, language),
    )


def _numbered(row: ReportListed, language: Language) -> str:
    if not row.number:
        return ""
    day = f", {short_date(row.issued_on, language)}" if row.issued_on else ""
    return f"{row.number}{day}"


def columns(language: Language, *, wide: bool) -> list[Column]:
    """Return the columns behind the title. `wide`: units of several departments."""
    words = partial(say, language)
    return [
        Column(words("reports.head_limit"), "xl"),
        Column(words("reports.state"), "l"),
        Column(words("reports.unit"), unit_column(language, wide=wide), wraps=True),
    ]


def lines(
    rows: Sequence[ReportListed], language: Language, place: Place, units: Mapping[UUID, str]
) -> list[Line]:
    """Return reports as rows. `units`: short names of the units in sight."""
    now = clock.now()
    return [_line(one, language, now, place, units) for one in rows]


def _line(
    row: ReportListed,
    language: Language,
    now: datetime,
    place: Place,
    units: Mapping[UUID, str],
) -> Line:
    words, key = partial(say, language), f"report-{row.id}"
    number = _numbered(row, language)
    corrects = words("reports.is_correction") if row.replaces is not None else ""
    return Line(
        key=key,
        title=f"{row.title} {short_period(row.first, row.last)}",
        href=place.record(f"/desk/reports/{row.id}", key),
        about=" · ".join(one for one in (number, corrects) if one),
        marks=[Mark(words("reports.on_behalf"), "warn")] if row.on_behalf else (),
        cells=(
            _limited(row, language, now),
            words(f"reports.state_{row.state}"),
            Cell(
                units.get(row.unit_id) or short_name(row.unit_name, language),
                whole=getattr(row.unit_name, language),
            ),
        ),
    )


def _limited(row: ReportListed, language: Language, now: datetime) -> Cell:
    """Return when it was sent, or what is left of its limit."""
    rest, tone, ends = limit(row, language, now)
    if row.state in SENT and row.sent_at is not None:
        key = "reports.head_sent_late" if row.late else "reports.head_sent"
        said = say(language, key, day=day_of(row.sent_at, language))
        return Cell(said, tone="late" if row.late else "", whole=ends)
    risk: dict[str, Tone] = {"bad": "late", "warn": "soon"}
    return Cell(rest or ends, tone=risk.get(tone, ""), whole=ends)


def limit(row: ReportListed, language: Language, now: datetime) -> tuple[str, str, str]:
    """Return the mark of a report's limit, its colour, and its day or when it was sent."""
    if row.state in SENT and row.sent_at is not None:
        sent = say(language, "reports.sent_on", at=moment(row.sent_at, language))
        return (say(language, "reports.sent_late"), "warn", sent) if row.late else ("", "", sent)
    if row.state in (*SENT, ReportState.GIVEN_UP) or row.due_on is None:
        return "", "", say(language, "reports.no_due") if row.due_on is None else ""
    due_at = limits.end_of(row.due_on)
    if row.before_use:
        return say(language, "reports.before_use"), "", clock_end(due_at, language)
    tone = "bad" if now >= due_at else "warn" if now >= due_at - _NEAR else ""
    said = getattr(deadlines.rest_words(due_at, now), language)
    return said, tone, clock_end(due_at, language)
