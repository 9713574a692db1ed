"""Acts by which an execution is suspended, goes on, or ends in part.

See Law on Handling Administrative Violations Arts 15, 62, 75.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from backend.casework.acts.clock_facts import Happened, SoFar, fact, until
from backend.casework.acts.declaring import (
    SAME_HAND,
    Also,
    Ask,
    Change,
    Decision,
    Declared,
    Move,
    Who,
)
from backend.casework.acts.papers_first import Compared, Stands
from backend.casework.rules import (
    carrying_out,
    complaints,
    effects_on_decisions,
    filed,
    offering,
    recording,
    signed,
    suspending,
)
from backend.casework.rules.document_guards import stands
from backend.casework.rules.facts import Event, Facts, Granted, Paper
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.papers_in_force import Needed
from backend.casework.rules.signed import Difference
from backend.casework.rules.signed_effects import Effect
from backend.casework.rules.states import DECIDED_ON
from backend.casework.texts.cases import refusal
from backend.ledger.bounds.edges import Today, Told
from backend.ledger.bounds.table import AHEAD, DECIDED, LAW, bound
from backend.ledger.handlers import Refuse
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct, CaseState
from schemas.law.deadlines import Fact

_RUNNING = DECIDED_ON - {CaseState.SUSPENDED}


def _fold_suspended(content: Any, facts: Facts, _event: Event) -> None:
    facts.suspension = content


def _suspension_differs(content: Any, paper: Paper, facts: Facts) -> Iterator[Difference | None]:
    """Yield differences: the paper is about this decision and party, and takes effect that day."""
    yield from suspending.about_decision(paper, facts)
    if content.suspended_on is not None:
        said = signed.said_day(paper.fields.get("effective_on")) or paper.issued_on
        yield signed.same("/effective_on", said, content.suspended_on)


def _guard_execution_suspended(
    content: case_execution_acts.ExecutionSuspended, facts: Facts, context: GuardContext
) -> Refuse | None:
    if content.document_id is not None:
        if missing := stands(facts, content.document_id, suspending.SUSPENDING):
            return missing
    elif why := filed.decided_elsewhere(facts, content, context, suspending.SUSPENDING):
        return why
    if content.ground is None:
        return refusal("case_suspended_ground")
    if context.differs:
        return recording.differs(context.differs)
    return complaints.suspends(facts, content, context)


def _suspension_tells(
    content: case_execution_acts.ExecutionSuspended, _so_far: SoFar
) -> dict[str, Any]:
    if content.ground is None:
        return {}
    ends = until(content, content.until) if content.until else {}
    complaint = str(content.complaint_id) if content.complaint_id else None
    return {"ground": content.ground, "complaint_id": complaint} | ends


EXECUTION_SUSPENDED = Declared(
    wire=CaseAct.EXECUTION_SUSPENDED,
    effect=Effect(
        (suspending.SUSPENDING,),
        effects_on_decisions.suspended,
        asks=("ground", "complaint_id", "reason", "until"),
    ),
    takes=(Needed((suspending.SUSPENDING,), first=False),),
    who=Who.HEAD,
    moves=(Move(_RUNNING, CaseState.SUSPENDED),),
    also=(Also.SIGNER,),
    decides=Decision(frozenset({suspending.SUSPENDING})),
    carries_out=True,
    fold=_fold_suspended,
    compared_first=(Compared("document_id"),),
    asks=(Ask.DIFFERENCES, Ask.COMPLAINT_TIME),
    guard=_guard_execution_suspended,
    details=_suspension_tells,
    grants=lambda content: Granted(content.document_id, CaseState.SUSPENDED),
    unusual=SAME_HAND,
    carries_as_signed=_suspension_differs,
    bounds=(
        bound("/suspended_on", (LAW, Told("decided")), Today(), DECIDED),
        bound("/until", (LAW, Told("decided")), Today(366), AHEAD),
    ),
)


def _guard_crime_suspected(
    _content: case_execution_acts.CrimeSuspected, facts: Facts, context: GuardContext
) -> Refuse | None:
    if suspending.for_crime(facts):
        return refusal("case_recorded_already")
    return recording.differs(context.differs) if context.differs else None


def _crime_tells(act: Happened, _so_far: SoFar) -> list[Fact]:
    """Return the suspicion, and the suspension of the execution for it."""
    paper = str(act.content.document_id)
    suspended = fact(act, {"ground": "crime", "document_id": paper})
    return [
        fact(act, {"crime": True, "document_id": paper}),
        Fact(act=CaseAct.EXECUTION_SUSPENDED, at=suspended.at, details=suspended.details),
    ]


CRIME_SUSPECTED = Declared(
    wire=CaseAct.CRIME_SUSPECTED,
    effect=Effect(
        (suspending.SUSPENDING,), effects_on_decisions.suspends_for_crime, asks=("reason",)
    ),
    who=Who.HEAD,
    moves=(
        # Also while it is suspended for a complaint: then it is suspended for the crime as well.
        Move(DECIDED_ON | {CaseState.EXECUTED}, CaseState.SUSPENDED),
    ),
    binds=True,
    carries_out=True,
    fold=_fold_suspended,
    compared_first=(Compared("document_id"),),
    paper=Stands(suspending.SUSPENDING),
    also=(Also.SIGNER,),
    changes=lambda content, facts: Change(facts.decision_id, content.document_id),
    asks=(Ask.DIFFERENCES,),
    guard=_guard_crime_suspected,
    tells=_crime_tells,
    grants=lambda content: Granted(content.document_id, CaseState.SUSPENDED),
    carries_as_signed=_suspension_differs,
    bounds=(bound("/suspended_on", (LAW, Told("decided")), Today(), DECIDED),),
)


def _fold_suspension_ended(
    _content: case_execution_acts.SuspensionEnded, facts: Facts, _event: Event
) -> None:
    facts.suspension = facts.before_suspension = None


def _back(facts: Facts, _content: object) -> CaseState | None:
    """Where it stood before the suspension."""
    return suspending.back(facts)


def _guard_suspension_ended(
    content: case_execution_acts.SuspensionEnded, facts: Facts, context: GuardContext
) -> Refuse | None:
    if context.differs:
        return recording.differs(context.differs)
    return suspending.ended_fault(content, facts, context)


def _end_differs(
    content: case_execution_acts.SuspensionEnded, paper: Paper, facts: Facts
) -> Iterator[Difference | None]:
    yield from suspending.about_decision(paper, facts)
    said = signed.said_day(paper.fields.get("effective_on")) or paper.issued_on
    yield signed.same("/effective_on", said, content.ended_on)


def _end_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """Return the end of the suspension, after which the time to comply begins anew if it had begun."""
    due = so_far.delivered and so_far.paid < so_far.fine
    crime = act.content.why == "not_prosecuted"
    ended = fact(act, {"crime": crime, "why": act.content.why, "due": due})
    resumed = Fact(act=CaseAct.EXECUTION_RESUMED, at=ended.at, details={})
    return [ended, resumed] if due else [ended]


def _ruled(view: CaseView, today: date) -> bool:
    """Tell whether it is suspended on a ground; an older suspension is resumed."""
    return offering.suspension_ruled(view) and offering.in_force(view, today)


SUSPENSION_ENDED = Declared(
    wire=CaseAct.SUSPENSION_ENDED,
    effect=Effect((suspending.ENDING,), effects_on_decisions.goes_on, asks=("why",)),
    takes=(Needed((suspending.ENDING,), first=False),),
    who=Who.HEAD,
    moves=(Move({CaseState.SUSPENDED}),),
    line={CaseState.SUSPENDED: 2},
    offered=_ruled,
    leads_to=_back,
    also=(Also.SIGNER,),
    decides=Decision(frozenset({suspending.ENDING})),
    carries_out=True,
    fold=_fold_suspension_ended,
    compared_first=(Compared("document_id"),),
    asks=(Ask.DIFFERENCES,),
    guard=_guard_suspension_ended,
    tells=_end_tells,
    unusual=SAME_HAND,
    carries_as_signed=_end_differs,
    bounds=(bound("/ended_on", (LAW, Told("decided")), Today(), DECIDED),),
)


def _fold_execution_partial(
    content: case_execution_acts.ExecutionPartial, facts: Facts, _event: Event
) -> None:
    facts.partial = content
    facts.stopped = max(0, facts.fine - facts.paid)
    facts.instalments = None


def _guard_execution_partial(
    content: case_execution_acts.ExecutionPartial, facts: Facts, context: GuardContext
) -> Refuse | None:
    return carrying_out.partial_fault(facts, content, context) or (
        recording.differs(context.differs) if context.differs else None
    )


def _partial_differs(
    content: case_execution_acts.ExecutionPartial, paper: Paper, facts: Facts
) -> Iterator[Difference | None]:
    yield from suspending.about_decision(paper, facts)
    yield signed.same("/ground", paper.fields.get("ground"), content.why)


def _partial_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """Return the fact of it, with the day of its decision; and that of a delivery before it was entered."""
    content = act.content
    so_far.fine = so_far.paid
    paper = so_far.issued.get(content.document_id)
    details = {
        "on": content.on.isoformat(),
        "why": content.why,
        "document_id": str(content.document_id) if content.document_id else None,
        "signed_on": paper.issued_on.isoformat() if paper else None,
    }
    handed = so_far.handed_over.get(content.document_id)
    return [fact(act, details), *([handed] if handed else [])]


def _fined(view: CaseView, today: date) -> bool:
    """Tell whether some of the fine is still to be collected."""
    return view.money.left > 0 and offering.in_force(view, today)


EXECUTION_PARTIAL = Declared(
    wire=CaseAct.EXECUTION_PARTIAL,
    effect=Effect(("MQĐ17",), effects_on_decisions.partial, asks=("on", "sheet", "late")),
    takes=(Needed(("MQĐ17",), first=False),),
    who=Who.HEAD,
    moves=(
        Move(_RUNNING - {CaseState.REMEDY_ONLY}, CaseState.EXECUTING),
        Move({CaseState.SUSPENDED}),
    ),
    offered=_fined,
    also=(Also.SIGNER,),
    decides=Decision(frozenset({"MQĐ17"})),
    carries_out=True,
    fold=_fold_execution_partial,
    compared_first=(Compared("document_id"),),
    asks=(Ask.TIME, Ask.PARTIAL_DAYS, Ask.DIFFERENCES),
    guard=_guard_execution_partial,
    tells=_partial_tells,
    unusual=SAME_HAND,
    carries_as_signed=_partial_differs,
    bounds=(bound("/on", LAW, Today(), DECIDED),),
)

ALL = (
    EXECUTION_SUSPENDED,
    CRIME_SUSPECTED,
    SUSPENSION_ENDED,
    EXECUTION_PARTIAL,
)
