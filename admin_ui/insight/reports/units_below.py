"""Units below whose reports another rests on, as its pages show them."""

from typing import NamedTuple

from admin_ui.insight.reports import lines
from admin_ui.shell import formats
from admin_ui.shell.words import Language, say
from schemas.insight.report_views import ReportView, TakenView, UnitBelow


class Below(NamedTuple):
    """A unit below, as the page shows it. Texts are empty where there is nothing to say."""

    name: str
    closed: str
    href: str
    state: str
    tone: str
    sent: str
    taken: str
    """Whether what it sent is in this report, as it is now."""
    taken_tone: str


def lines_of(view: ReportView, language: Language) -> list[Below]:
    """Return the units below as lines."""
    taken = {one.unit_id: one for one in view.taken or []}
    return [
        _line(one, taken.get(one.unit_id), view.taken is not None, language) for one in view.below
    ]


def _line(one: UnitBelow, taken: TakenView | None, looked: bool, language: Language) -> Below:
    closed = ""
    if one.closed_on is not None:
        day = formats.short_date(one.closed_on, language)
        closed = say(language, "reports.closed_on", day=day)
    state = say(language, f"reports.state_{one.state or 'unbegun'}")
    tone = lines.TONES.get(one.state, "") if one.state else ""
    if one.before_use and one.sent_at is None:
        state = say(language, "reports.before_use")
    elif one.late and one.sent_at is None:
        state, tone = f"{state} · {say(language, 'reports.state_late')}", "bad"
    sent = formats.moment(one.sent_at, language) if one.sent_at else ""
    if sent and one.late:
        sent = f"{sent} ({say(language, 'reports.sent_late')})"
    said, mark = _taken(one, taken, looked, language)
    return Below(
        name=getattr(one.unit_name, language),
        closed=closed,
        href=f"/desk/reports/{one.report_id}" if one.report_id else "",
        state=state,
        tone=tone,
        sent=sent,
        taken=said,
        taken_tone=mark,
    )


def _taken(
    one: UnitBelow, taken: TakenView | None, looked: bool, language: Language
) -> tuple[str, str]:
    if taken is not None:
        if taken.replaced_by is not None or taken.sent_back:
            return say(language, "reports.below_changed"), "warn"
        return say(language, "reports.below_taken"), "good"
    if looked and one.sent_at is not None:
        return say(language, "reports.below_since"), "warn"
    return "", ""
