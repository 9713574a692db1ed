"""Whether a case has a use for an act at all, read off its view. Other acts are not offered. Pure.

The state table and the reader's rights have decided before what is possible. The guards judge again
once an act is done.
"""

from datetime import date

from backend.casework.rules import annulling, papers_in_force, time_to_decide
from backend.casework.rules.states import (
    AT_INSPECTION,
    BEFORE_INSPECTION,
    DETECTING,
    UNDECIDED,
)
from backend.law import form_facts
from schemas.casework.views import CaseView, StoryLine
from schemas.casework.words import CaseAct, CaseState
from schemas.law.deadlines import ClockState

_STATUTE = "D19"
_WITHOUT_MINUTES = DETECTING | {
    CaseState.INSPECTING,
    CaseState.INSPECTED,
    CaseState.VERIFYING,
    CaseState.DECISION_DUE,
}
"""States in which a sanction without minutes is entered."""

_STILL_SEIZED = (
    BEFORE_INSPECTION
    | AT_INSPECTION
    | UNDECIDED
    | {CaseState.WITH_CHAIR, CaseState.CRIMINAL_TRANSFER}
)
"""States in which no decision on the violation has ended a seizure."""


def cancelled(view: CaseView, _today: date) -> bool:
    """Tell whether the decision was cancelled: nothing of it is carried out any more."""
    return any(one.id == view.decision_id and one.state == "cancelled" for one in view.papers)


def cancelling(view: CaseView, today: date) -> bool:
    """Tell whether a signed decision that cancels it whole has effect and waits to be entered."""
    return not cancelled(view, today) and any(
        one.form == "MQĐ40"
        and one.replaces == view.decision_id
        and one.state in papers_in_force.STANDING
        and one.fields.get("scope") != "part"
        and str(one.fields.get("effective_on") or today) <= str(today)
        for one in view.papers
        if view.decision_id
    )


def imposed_on_spot(view: CaseView, today: date) -> bool:
    """Tell whether a signed sanction without minutes waits to be entered: it has effect at once (Law Art 56.2)."""
    return (view.state in _WITHOUT_MINUTES and without_minutes(view, today)) and any(
        papers_in_force.stands(one, form_facts.on_spot()) and one.id != view.decision_id
        for one in view.papers
    )


def in_force(view: CaseView, today: date) -> bool:
    """Tell whether no paper ends the decision on the violation, entered or not."""
    return not cancelled(view, today) and not cancelling(view, today)


def suspension_ruled(view: CaseView) -> bool:
    """Tell whether the last suspension says its ground. It then ends by an act of its own."""
    last = _suspension(view)
    return suspended_for_crime(view) or (last is not None and bool(last.content.get("ground")))


def suspended_for_crime(view: CaseView) -> bool:
    """Tell whether the last suspension is for signs of a crime."""
    last = _suspension(view)
    return last is not None and last.type == CaseAct.CRIME_SUSPECTED


def _suspension(view: CaseView) -> StoryLine | None:
    about = (CaseAct.EXECUTION_SUSPENDED, CaseAct.CRIME_SUSPECTED)
    return next((one for one in reversed(view.story) if one.type in about), None)


def goods_left(view: CaseView, _today: date) -> bool:
    """Tell whether exhibits have no end yet."""
    return any(one.state in ("seized", "confiscated") for one in view.exhibits)


def owner_called(view: CaseView, today: date) -> bool:
    """Tell whether the owner of held goods may be called: their seizure ended, or nobody knows the owner.

    The notices follow the end of the seizure (Law Art 126.4.a). It ended if the last day of its decision is over, if
    the case is no longer open for a decision, or if it was recorded that nobody came.
    """
    held = [one for one in view.exhibits if one.state in ("seized", "sold_early")]
    if not goods_left(view, today) and not held:
        return False
    if view.state not in _STILL_SEIZED or any(one.notices for one in held):
        return True
    if any(one.until is not None and one.until < today for one in held):
        return True
    return _nobody_known(view) or any(
        line.type == CaseAct.EXHIBITS_UNCLAIMED for line in view.story
    )


def _nobody_known(view: CaseView) -> bool:
    """Tell whether the newest violation minutes in force say that the violator is unknown."""
    minutes = papers_in_force.newest(view.papers, "MBB01")
    said = (minutes.fields.get("violator") or {}) if minutes else {}
    return said.get("kind") == "unknown"


def signed(view: CaseView, _today: date) -> bool:
    """Tell whether any paper of the case is in force."""
    return any(one.state in papers_in_force.STANDING for one in view.papers)


def all_done(view: CaseView) -> bool:
    """Tell whether all is paid and every measure done: nothing is left to enforce or await."""
    done = view.money.left == 0 and len(view.remedies_done) == len(view.remedies)
    return view.decision_id is not None and done


def measures_alone(view: CaseView, _today: date) -> bool:
    """Tell whether confiscation or remedies alone may be decided: of an annulled case after one ground."""
    if view.state != CaseState.ANNULLED:
        return True
    about = (
        line.content for line in reversed(view.story) if line.type == CaseAct.DECISION_ANNULLED
    )
    last = next(about, None)
    return last is not None and annulling.measures_fault(last.get("ground")) is None


def without_minutes(view: CaseView, _today: date) -> bool:
    """Tell whether a sanction without minutes is possible.

    It is on the spot, on a prosecution body's file, or anew after an annulment, once verified.
    """
    if view.state == CaseState.VERIFYING:
        return any(line.type == CaseAct.DECISION_ANNULLED for line in view.story)
    if view.state != CaseState.DECISION_DUE:
        return True
    return any(line.content.get("source") == "prosecution" for line in view.story)


def too_late(view: CaseView) -> bool:
    """Tell whether no sanction can follow: the time to decide, or the statute of limitation, is over.

    Only confiscation and remedies are decided then, or that nobody is sanctioned (Law Arts 65, 66.2). A decision that
    was signed in time is still entered, so the act itself stays.
    """
    if view.state != CaseState.DECISION_DUE:
        return False
    last = time_to_decide.clock_of(view.clocks)
    over = last is not None and last.state is ClockState.MISSED
    return over or any(
        one.rule == _STATUTE and one.state is ClockState.LAPSED for one in view.clocks
    )


def outside_catalogue(view: CaseView, _today: date) -> bool:
    """Tell whether the case records an act that the catalogue does not have."""
    return bool(view.outside)


def outside_stated(view: CaseView, _today: date) -> bool:
    """Tell whether the band of such an act is stated and waits to be confirmed."""
    return any(one.statement is not None and one.confirmed_at is None for one in view.outside)
