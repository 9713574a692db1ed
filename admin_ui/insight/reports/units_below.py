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
    leave_out: str
    """Where the report is made without that of the unit; empty where that is not for the reader, or it was sent."""


def lines_of(view: ReportView, language: Language) -> list[Below]:
    """Return the units below as lines."""
    taken = {one.unit_id: one for one in view.taken or []}
    left_out = {one.unit_id for one in view.left_out}
    return [
        _line(
            one,
            taken.get(one.unit_id),
            language,
            looked=view.taken is not None,
            left_out=one.unit_id in left_out,
            leave_out=f"/desk/reports/{view.row.id}/acts/unit_left_out?unit={one.unit_id}"
            if view.may.leave_out and one.sent_at is None and one.unit_id not in left_out
            else "",
        )
        for one in view.below
    ]


def _line(
    one: UnitBelow,
    taken: TakenView | None,
    language: Language,
    *,
    looked: bool,
    left_out: bool,
    leave_out: str,
) -> Below:
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
    if left_out and not said:
        said = say(language, "reports.below_left_out")
    return Below(
        name=getattr(one.unit_name, language),
        closed=closed,
        href=f"/desk/reports/{one.report_id}" if one.report_id else "",
        state=state,
        tone=tone,
        sent=sent,
        taken=said,
        taken_tone=mark,
        leave_out=leave_out,
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
