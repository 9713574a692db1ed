"""Verification that was ordered after the violation minutes and still has no minutes. Pure.

Read off the case's view. What guards ask of it is in backend/casework/rules/verifying.py.
"""

from datetime import date

from backend.casework.acts.declaring import Written
from backend.casework.acts.index import ACTS
from backend.casework.rules import papers_in_force, verifying
from backend.casework.rules.states import UNDECIDED
from schemas.casework.next_steps import MinutesDue
from schemas.casework.views import CaseView, StoryLine

RECORDING = frozenset(
    kind
    for kind, one in ACTS.items()
    if (one.paper and one.paper.forms == ("MBB01",)) or (one.opens and one.writes is Written.HANDED)
)
"""Acts that enter violation minutes, of ours or of another body; a prosecution body sends none."""
ORDERING = frozenset(kind for kind, one in ACTS.items() if one.verifies)


def minutes_due(view: CaseView) -> MinutesDue | None:
    """Return the verification minutes that are due, or None.

    Verification was ordered after the violation minutes, and no verification minutes name these
    yet.
    """
    order = _open_order(view)
    if order is None:
        return None
    sheet = order.content.get("sheet")
    days = [str(one.issued_on) for one in view.folio if sheet == one.first_sheet]
    minutes = [one for one in view.story if one.type in RECORDING]
    about = {one.content["document_id"] for one in minutes[-1:]}
    numbers = [one.number for one in view.papers if str(one.id) in about]
    for one in view.papers:
        said = one.fields.get("violation_minutes_number")
        named = said in numbers if numbers else not said
        stands = papers_in_force.stands(one, (verifying.MINUTES,))
        if named and stands and (not days or str(one.issued_on) >= days[0]):
            return None
    return MinutesDue(
        form=verifying.MINUTES,
        due_on=date.fromisoformat(order.content["due_on"]),
        numbers=[str(one) for one in numbers],
    )


def _open_order(view: CaseView) -> StoryLine | None:
    """Return the order of verification, if newer than the violation minutes and the case waits."""
    if view.state not in UNDECIDED:
        return None
    wanted = RECORDING | ORDERING
    last = next((one for one in reversed(view.story) if one.type in wanted), None)
    return last if last is not None and last.type in ORDERING else None
