"""Verification that was ordered once the violation was minuted, and has no minutes yet: read off the view of the case.
Pure; what guards ask of it is in backend/casework/rules/verifying.py.
"""

from datetime import date

from backend.casework.acts.index import ACTS
from backend.casework.rules import papers_in_force, verifying
from backend.casework.rules.states import UNDECIDED
from schemas.casework.next_steps import MinutesDue
from schemas.casework.views import CaseView, StoryLine

RECORDING = frozenset(
    kind for kind, one in ACTS.items() if one.paper and one.paper.forms == ("MBB01",)
)
"""What enters violation minutes."""
ORDERING = frozenset(kind for kind, one in ACTS.items() if one.verifies)


def minutes_due(view: CaseView) -> MinutesDue | None:
    """Verification that was ordered after the violation minutes and has no minutes yet that name them."""
    order = _open_order(view)
    if order is None:
        return None
    sheet = order.content.get("sheet")
    days = [str(one.issued_on) for one in view.folio if sheet == one.first_sheet]
    minutes = [one for one in view.story if one.type in RECORDING]
    about = {one.content["document_id"] for one in minutes[-1:]}
    numbers = [one.number for one in view.papers if str(one.id) in about]
    for one in view.papers:
        named = one.fields.get("violation_minutes_number") in numbers
        stands = papers_in_force.stands(one, (verifying.MINUTES,))
        if named and stands and (not days or str(one.issued_on) >= days[0]):
            return None
    return MinutesDue(
        form=verifying.MINUTES,
        due_on=date.fromisoformat(order.content["due_on"]),
        numbers=[str(one) for one in numbers],
    )


def _open_order(view: CaseView) -> StoryLine | None:
    """The order of verification, where it is newer than the violation minutes and the case still waits."""
    if view.state not in UNDECIDED:
        return None
    wanted = RECORDING | ORDERING
    last = next((one for one in reversed(view.story) if one.type in wanted), None)
    return last if last is not None and last.type in ORDERING else None
