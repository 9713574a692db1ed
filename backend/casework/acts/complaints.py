"""Acts about complaints and lawsuits against decisions and acts of a case.

See Law on Handling Administrative Violations Art 15; Law on Complaints 02/2011 Arts 7 to 44.
"""

from datetime import date
from typing import Any

from backend.casework.acts.clock_facts import SoFar
from backend.casework.acts.declaring import SAME_HAND, Ask, Completed, Decision, Declared, Move, Who
from backend.casework.acts.papers_first import Compared, Stands
from backend.casework.acts.shared import entered_again
from backend.casework.rules import complaints
from backend.casework.rules.facts import Event, Facts
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.states import COMPLAINED_IN
from backend.core.local_time import day_of
from backend.ledger.bounds.edges import Fixed, Now, Today, Told
from backend.ledger.bounds.table import HAPPENED, LAW, bound
from backend.ledger.handlers import Refuse
from schemas.casework.acts import complaints as case_complaint_acts
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct

_SINCE_OPENED = (LAW, Told("opened"))


def _fold(content: Any, facts: Facts, _event: Event) -> None:
    complaints.take(facts.complaints, content)


def _tells(content: Any, so_far: SoFar) -> dict[str, Any]:
    """Return everything that is known of the complaint, whichever act about it."""
    known = so_far.complaints.setdefault(
        content.complaint_id, {"complaint_id": str(content.complaint_id), "level": 1}
    )
    match content:
        case case_complaint_acts.ComplaintFiled():
            known |= {"lawsuit": content.lawsuit, "remote": content.remote, "complex": False}
        case case_complaint_acts.ComplaintAccepted():
            known |= {"complex": content.complex}
        case case_complaint_acts.ComplaintResolved():
            known |= {"result": content.result or ("amend" if content.upheld else "keep")}
        case case_complaint_acts.ComplaintResultSent():
            received = content.received_on
            known |= {"received_on": received.isoformat() if received else None}
        case case_complaint_acts.ComplaintAppealed():
            known |= {"level": complaints.SECOND, "complex": False}
            known.pop("result", None)
            known.pop("received_on", None)
    return dict(known)


def _about(kind: CaseAct) -> Any:
    """Return whether a case has a complaint that this act may be about next."""

    def offered(view: CaseView, _today: date) -> bool:
        return bool(complaints.seen(view, kind))

    return offered


def _filed_already(
    content: case_complaint_acts.ComplaintFiled, facts: Facts, _world: GuardContext
) -> Refuse | None:
    return (
        entered_again(content, facts, "complaint_id")
        or complaints.unnamed(content)
        or complaints.known_early(content, facts)
    )


COMPLAINT_FILED = Declared(
    wire=CaseAct.COMPLAINT_FILED,
    who=Who.WORKER,
    moves=(Move(COMPLAINED_IN),),
    fold=_fold,
    paper=Stands(key="against", asked_before=_filed_already, if_named=True),
    details=_tells,
    happened_at="filed_at",
    bounds=(
        bound("/filed_at", _SINCE_OPENED, Now(), HAPPENED),
        bound("/known_on", Fixed(date(2013, 7, 1)), Today(), HAPPENED),
    ),
)


def _guard_accepted(
    content: case_complaint_acts.ComplaintAccepted, facts: Facts, context: GuardContext
) -> Refuse | None:
    return (
        complaints.unready(facts, CaseAct.COMPLAINT_ACCEPTED, content.complaint_id)
        or complaints.out_of_order(facts, content.complaint_id, content.accepted_on)
        or complaints.wrong_resolver(facts, content, context)
        or complaints.filed_late(facts, content.complaint_id, context)
        or complaints.unproved(content, facts, context)
    )


COMPLAINT_ACCEPTED = Declared(
    wire=CaseAct.COMPLAINT_ACCEPTED,
    who=Who.HEAD,
    moves=(Move(COMPLAINED_IN),),
    offered=_about(CaseAct.COMPLAINT_ACCEPTED),
    decides=Decision(),
    fold=_fold,
    asks=(Ask.COMPLAINT_TIME, Ask.COMPLAINT_MAKER),
    guard=_guard_accepted,
    details=_tells,
    unusual=SAME_HAND,
    bounds=(bound("/accepted_on", _SINCE_OPENED, Today(), HAPPENED),),
)


def _guard_refused(
    content: case_complaint_acts.ComplaintRefused, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse to turn down what was accepted or filed in time, unless the complainant withdrew it."""
    kind = CaseAct.COMPLAINT_REFUSED if content.why == "withdrawn" else CaseAct.COMPLAINT_ACCEPTED
    return (
        complaints.unready(facts, kind, content.complaint_id)
        or complaints.out_of_order(facts, content.complaint_id, content.refused_on)
        or complaints.not_late(content, facts, context)
        or complaints.unproved(content, facts, context)
    )


COMPLAINT_REFUSED = Declared(
    wire=CaseAct.COMPLAINT_REFUSED,
    who=Who.HEAD,
    moves=(Move(COMPLAINED_IN),),
    offered=_about(CaseAct.COMPLAINT_REFUSED),
    decides=Decision(),
    fold=_fold,
    asks=(Ask.COMPLAINT_TIME,),
    guard=_guard_refused,
    details=_tells,
    unusual=SAME_HAND,
    bounds=(bound("/refused_on", _SINCE_OPENED, Today(), HAPPENED),),
)


def _fold_complaint_resolved(
    content: case_complaint_acts.ComplaintResolved, facts: Facts, event: Event
) -> None:
    facts.to_return |= complaints.given_back(facts, content)
    _fold(content, facts, event)


def _guard_complaint_resolved(
    content: case_complaint_acts.ComplaintResolved, facts: Facts, context: GuardContext
) -> Refuse | None:
    return (
        complaints.unready(facts, CaseAct.COMPLAINT_RESOLVED, content.complaint_id)
        or complaints.out_of_order(facts, content.complaint_id, content.resolved_on)
        or complaints.unclear(content)
        or complaints.other_resolver(facts, content, context)
        or complaints.result_unproved(content, facts, context)
    )


COMPLAINT_RESOLVED = Declared(
    wire=CaseAct.COMPLAINT_RESOLVED,
    who=Who.HEAD,
    moves=(Move(COMPLAINED_IN),),
    offered=_about(CaseAct.COMPLAINT_RESOLVED),
    decides=Decision(frozenset({"BC", "ĐX", "MQĐ38", "MQĐ39", "MQĐ40"})),
    fold=_fold_complaint_resolved,
    compared_first=(Compared("document_id"),),
    asks=(Ask.COMPLAINT_MAKER,),
    guard=_guard_complaint_resolved,
    completed=Completed.UPHELD,
    details=_tells,
    unusual=SAME_HAND,
    bounds=(bound("/resolved_on", _SINCE_OPENED, Today(), HAPPENED),),
)


def _guard_result_sent(
    content: case_complaint_acts.ComplaintResultSent, facts: Facts, _world: GuardContext
) -> Refuse | None:
    days = (content.sent_on, content.received_on)
    return complaints.unready(
        facts, CaseAct.COMPLAINT_RESULT_SENT, content.complaint_id
    ) or complaints.out_of_order(facts, content.complaint_id, *days)


COMPLAINT_RESULT_SENT = Declared(
    wire=CaseAct.COMPLAINT_RESULT_SENT,
    who=Who.WORKER,
    moves=(Move(COMPLAINED_IN),),
    offered=_about(CaseAct.COMPLAINT_RESULT_SENT),
    fold=_fold,
    guard=_guard_result_sent,
    details=_tells,
    bounds=(
        bound("/sent_on", _SINCE_OPENED, Today(), HAPPENED),
        bound("/received_on", _SINCE_OPENED, Today(), HAPPENED),
    ),
)


def _guard_appealed(
    content: case_complaint_acts.ComplaintAppealed, facts: Facts, context: GuardContext
) -> Refuse | None:
    return (
        complaints.unready(facts, CaseAct.COMPLAINT_APPEALED, content.complaint_id)
        or complaints.out_of_order(facts, content.complaint_id, day_of(content.filed_at))
        or complaints.second_early(facts, content, context)
        or complaints.late_fault(day_of(content.filed_at), context.complain_by)
    )


COMPLAINT_APPEALED = Declared(
    wire=CaseAct.COMPLAINT_APPEALED,
    who=Who.WORKER,
    moves=(Move(COMPLAINED_IN),),
    offered=_about(CaseAct.COMPLAINT_APPEALED),
    fold=_fold,
    asks=(Ask.COMPLAINT_TIME,),
    guard=_guard_appealed,
    details=_tells,
    happened_at="filed_at",
    bounds=(bound("/filed_at", _SINCE_OPENED, Now(), HAPPENED),),
)

ALL = (
    COMPLAINT_FILED,
    COMPLAINT_ACCEPTED,
    COMPLAINT_REFUSED,
    COMPLAINT_RESOLVED,
    COMPLAINT_RESULT_SENT,
    COMPLAINT_APPEALED,
)
