"""Items as lines of their table: every cell as text, so that its template writes and decides nothing.

A page has fifty lines. What a template asks of a row through macros and filters cost three times as much.
"""

from typing import NamedTuple

from admin_ui.shell.formats import period
from admin_ui.shell.words import Language, say
from schemas.planning.views import ItemRow
from schemas.planning.words import ItemState

TONES = {
    ItemState.DECIDED: "accent",
    ItemState.RUNNING: "accent",
    ItemState.DONE: "good",
    ItemState.NOT_DONE: "warn",
    ItemState.REMOVED: "bad",
}
"""The colour of a state's mark; the others have none."""


class Line(NamedTuple):
    """One item; a text is empty where there is nothing to say."""

    key: str
    plan_href: str
    subject: str
    """Who is inspected, or by which criterion one will be named."""
    address: str
    period: str
    unit: str
    leader: str
    plan: str
    """The plan's number, or its title."""
    tone: str
    state: str
    overlaps: bool
    inspection_href: str
    decision: str
    """The number of the decision under which it is inspected."""
    reason: str
    """Why it was not done."""


def mark(row: ItemRow, language: Language) -> tuple[str, str]:
    """Return the colour and the text of the mark of an item's state."""
    if row.late:
        return "bad", say(language, "planitems.state_late")
    return TONES.get(row.state, ""), say(language, f"planitems.state_{row.state}")


def lines(rows: list[ItemRow], language: Language) -> list[Line]:
    """Return items as lines, in the reader's language."""
    return [_line(one, language) for one in rows]


def _line(row: ItemRow, language: Language) -> Line:
    tone, state = mark(row, language)
    inspected = row.inspection_id is not None and row.decision_number is not None
    return Line(
        key=str(row.id),
        plan_href=f"/desk/plans/{row.plan_id}",
        subject=row.subject_name or row.criterion or "",
        address=row.address or "",
        period=period(row.first_day, row.last_day, language),
        unit=getattr(row.unit_name, language),
        leader=row.leader_name or "",
        plan=row.plan_number or row.plan_title,
        tone=tone,
        state=state,
        overlaps=bool(row.overlaps),
        inspection_href=f"/desk/inspections/{row.inspection_id}" if inspected else "",
        decision=row.decision_number or "",
        reason=row.reason or "",
    )
