"""Verification of a case's facts once the violation is minuted (Law Art 59): who orders it, on which paper, its end.

It moves no state: the case waits for the explanation, or for the decision, as before. Where it is ordered the decision
has a month from the minutes (Art 66.1.b), so the order lies in the file while the time to decide runs, filed by another
hand than who enters it; and what the month was for stands in minutes of verification (MBB05). Pure.
"""

from datetime import date
from uuid import UUID

from backend.casework.rules import papers_in_force
from backend.casework.rules.facts import Event, Facts, Paper
from backend.core.local_time import day_of
from schemas.casework.next_steps import MinutesDue
from schemas.casework.views import CaseView, StoryLine
from schemas.casework.words import CaseAct, CaseState

MINUTES = "MBB05"
_ORDERED_IN = (
    CaseState.VIOLATION_RECORDED,
    CaseState.AWAIT_EXPLANATION,
    CaseState.DECISION_DUE,
)
"""States in which a case that has its violation minutes waits for the decision."""


def orders(facts: Facts) -> list[Event]:
    """Orders to verify since the violation was recorded."""
    since = facts.recorded_in
    return [
        one
        for one in facts.events
        if one.type == CaseAct.VERIFICATION_ORDERED and since is not None and one.number > since
    ]


def ended_by(facts: Facts, order: Event) -> Paper | None:
    """Minutes of verification that name the recorded minutes, of the day of the order or later; None while it is
    open."""
    if facts.recorded is None:
        return None
    about, since = facts.papers.get(facts.recorded.document_id), _ordered_on(facts, order)
    return next(
        (
            one
            for one in facts.papers.values()
            if one.form == MINUTES
            and one.stands
            and one.issued_on is not None
            and one.issued_on >= since
            and about is not None
            and one.fields.get("violation_minutes_number") == about.number
        ),
        None,
    )


def unproved(facts: Facts) -> list[UUID]:
    """The orders, by act, where no minutes say what any of them came to."""
    found = orders(facts)
    if any(ended_by(facts, one) for one in found):
        return []
    return [one.act_id for one in found]


def _ordered_on(facts: Facts, order: Event) -> date:
    sheet = getattr(order.content, "sheet", None)
    filed = next((one for one in facts.folio if one.first == sheet), None)
    return filed.issued_on if filed and filed.issued_on else day_of(order.received_at)


def minutes_due(view: CaseView) -> MinutesDue | None:
    """Verification that was ordered after the violation minutes and has no minutes yet that name them."""
    order = _open_order(view)
    if order is None:
        return None
    sheet = order.content.get("sheet")
    days = [str(one.issued_on) for one in view.folio if sheet == one.first_sheet]
    minutes = [one for one in view.story if one.type == CaseAct.VIOLATION_RECORDED]
    about = {one.content["document_id"] for one in minutes[-1:]}
    numbers = [one.number for one in view.papers if str(one.id) in about]
    for one in view.papers:
        named = one.fields.get("violation_minutes_number") in numbers
        stands = papers_in_force.stands(one, (MINUTES,))
        if named and stands and (not days or str(one.issued_on) >= days[0]):
            return None
    return MinutesDue(
        form=MINUTES,
        due_on=date.fromisoformat(order.content["due_on"]),
        numbers=[str(one) for one in numbers],
    )


def _open_order(view: CaseView) -> StoryLine | None:
    """The order of verification, where it is newer than the violation minutes and the case still waits."""
    if view.state not in _ORDERED_IN:
        return None
    wanted = (CaseAct.VERIFICATION_ORDERED, CaseAct.VIOLATION_RECORDED)
    last = next((one for one in reversed(view.story) if one.type in wanted), None)
    return last if last is not None and last.type == CaseAct.VERIFICATION_ORDERED else None
