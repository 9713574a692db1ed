"""Whether a case has something for an act at all, read off its view: what it has nothing for is not offered. Pure.

The table and the reader's rights have said before what is possible; the guards judge again when he does it.
"""

from datetime import date

from backend.casework.rules import papers_in_force
from schemas.casework.views import CaseView


def cancelled(view: CaseView, _today: date) -> bool:
    """Whether the decision on the violation was cancelled: nothing of it is carried out any more."""
    return any(one.id == view.decision_id and one.state == "cancelled" for one in view.papers)


def cancelling(view: CaseView, today: date) -> bool:
    """Whether a signed decision that cancels it whole, in effect by now, waits to be entered."""
    return not cancelled(view, today) and any(
        one.form == "MQĐ40"
        and one.replaces == view.decision_id
        and one.state in papers_in_force.STANDING
        and one.fields.get("scope") != "part"
        and str(one.fields.get("effective_on") or today) <= str(today)
        for one in view.papers
        if view.decision_id
    )


def in_force(view: CaseView, today: date) -> bool:
    """Whether no paper ends the decision on the violation, entered or not."""
    return not cancelled(view, today) and not cancelling(view, today)


def goods_left(view: CaseView, _today: date) -> bool:
    """Whether exhibits have no end yet."""
    return any(one.state in ("seized", "confiscated") for one in view.exhibits)


def signed(view: CaseView, _today: date) -> bool:
    """Whether any paper of the case is in force."""
    return any(one.state in papers_in_force.STANDING for one in view.papers)


def all_done(view: CaseView) -> bool:
    """Whether all is paid and every measure done: there is nothing to enforce, nor anything to wait for."""
    done = view.money.left == 0 and len(view.remedies_done) == len(view.remedies)
    return view.decision_id is not None and done
