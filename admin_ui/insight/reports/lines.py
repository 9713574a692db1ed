"""Reports as lines of their list: every cell as text, so that its template writes and decides nothing."""

from datetime import datetime, timedelta
from typing import NamedTuple

from admin_ui.shell.clock_words import clock_end
from admin_ui.shell.formats import moment, period, short_date
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


class Line(NamedTuple):
    """One report; a text is empty where there is nothing to say."""

    href: str
    title: str
    number: str
    corrects: bool
    """It is to take the place of another, or has."""
    on_behalf: bool
    """A unit above makes it."""
    tone: str
    state: str
    unit: str
    above: str
    """The unit above it, where that is not the reader's own."""
    period: str
    rest: str
    """The time that is left, or that it was sent late."""
    rest_tone: str
    ends: str
    """Its day, or when it was sent."""


def lines(rows: list[ReportListed], language: Language) -> list[Line]:
    """Return reports as lines, in the reader's language."""
    now = clock.now()
    return [_line(one, language, now) for one in rows]


def _line(row: ReportListed, language: Language, now: datetime) -> Line:
    rest, tone, due = limit(row, language, now)
    number = ""
    if row.number:
        day = f", {short_date(row.issued_on, language)}" if row.issued_on else ""
        number = f"{row.number}{day}"
    return Line(
        href=f"/desk/reports/{row.id}",
        title=row.title,
        number=number,
        corrects=row.replaces is not None,
        on_behalf=row.on_behalf,
        tone=TONES.get(row.state, ""),
        state=say(language, f"reports.state_{row.state}"),
        unit=getattr(row.unit_name, language),
        above=getattr(row.parent, language) if row.parent else "",
        period=period(row.first, row.last, language),
        rest=rest,
        rest_tone=tone,
        ends=due,
    )


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
