"""Acts by which a decision on the violation is delivered, carried out, enforced, or lapses.

See Law Arts 69 to 88.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from backend.casework.acts.clock_facts import SoFar, of_what
from backend.casework.acts.declaring import (
    SAME_HAND,
    Ask,
    Completed,
    Decision,
    Declared,
    Move,
    Unusual,
    Who,
    Written,
)
from backend.casework.acts.papers_first import Compared, Scanned
from backend.casework.acts.shared import move_paper, not_on_spot
from backend.casework.rules import (
    carrying_out,
    delivering,
    document_guards,
    effects_on_decisions,
    ending,
    evading,
    filed,
    left_open,
    licence_terms,
    offering,
    owed,
    recording,
    signed,
)
from backend.casework.rules.facts import Event, Facts, Granted, Paper
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.papers_in_force import Needed
from backend.casework.rules.signed import Difference
from backend.casework.rules.signed_effects import Effect
from backend.casework.rules.states import EXECUTING
from backend.casework.texts.cases import not_now, refusal
from backend.core import formats
from backend.law.rules import lapsing
from backend.ledger.bounds.edges import Today, Told
from backend.ledger.bounds.table import CARRIED, DECIDED, LAW, bound
from backend.ledger.handlers import Refuse
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.exceptions import ExceptionKind
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct, CaseState, DeliveryMode, DocumentState


def _fold_decision_delivered(
    content: case_execution_acts.DecisionDelivered, facts: Facts, _event: Event
) -> None:
    facts.delivered_on = content.delivered_on
    move_paper(facts, content.document_id, DocumentState.DELIVERED)


def _delivery_differs(
    content: case_execution_acts.DecisionDelivered, paper: Paper, facts: Facts
) -> Iterator[Difference | None]:
    """Yield differences: minutes of a refusal are about the decision and of the day of delivery."""
    refused = content.mode == DeliveryMode.REFUSED
    about = carrying_out.the_decision(facts) if refused else None
    yield from carrying_out.about_differs(paper, facts, about)
    if refused:
        yield signed.same("/started_at", delivering.made_on(paper), content.delivered_on)


def _delivery_tells(
    content: case_execution_acts.DecisionDelivered, so_far: SoFar
) -> dict[str, Any]:
    what = of_what(content.document_id, so_far)
    so_far.delivered |= what == "decision"
    return {"of": what}


DECISION_DELIVERED = Declared(
    wire=CaseAct.DECISION_DELIVERED,
    effect=Effect(("MBB06",), effects_on_decisions.delivery_refused, "proof_document_id"),
    takes=(Needed(("MBB06", "MBB02"), "proof_document_id", first=False),),
    who=Who.WORKER,
    moves=(
        Move({CaseState.SANCTIONED}, CaseState.DELIVERED),
        Move({CaseState.ONSPOT_SANCTIONED, CaseState.REMEDY_ONLY}, CaseState.EXECUTING),
    ),
    line={CaseState.ONSPOT_SANCTIONED: 1, CaseState.SANCTIONED: 1, CaseState.REMEDY_ONLY: 1},
    carries_out=True,
    fold=_fold_decision_delivered,
    writes=Written.DELIVERED,
    compared_first=(
        Scanned("document_id", "MQĐ02"),
        Compared("proof_document_id"),
    ),
    asks=(Ask.DIFFERENCES,),
    guard=delivering.fault,
    about_decision=True,
    details=_delivery_tells,
    unusual=SAME_HAND,
    carries_as_signed=_delivery_differs,
    bounds=(
        bound("/delivered_on", (LAW, Told("decided")), Today(), DECIDED),
        bound("/since", (LAW, Told("decided")), Today(), DECIDED),
    ),
)


def _fold_remedy_carried_out(
    content: case_execution_acts.RemedyCarriedOut, facts: Facts, _event: Event
) -> None:
    facts.remedies_done.add(content.remedy)
    facts.done_on.append(content.done_on)


def _guard_remedy_carried_out(
    content: case_execution_acts.RemedyCarriedOut, facts: Facts, _world: GuardContext
) -> Refuse | None:
    return None if content.remedy < len(facts.remedies) else refusal("case_remedy_index")


def _remedies_left(view: CaseView, today: date) -> bool:
    return bool(view.remedies) and _anything_left(view, today)


def _anything_left(view: CaseView, today: date) -> bool:
    """Tell whether something of a decision in force is not done yet."""
    return offering.in_force(view, today) and not offering.all_done(view)


REMEDY_CARRIED_OUT = Declared(
    wire=CaseAct.REMEDY_CARRIED_OUT,
    who=Who.WORKER,
    moves=(
        Move({CaseState.LAPSED}),
        Move({CaseState.DELIVERED}, CaseState.EXECUTING),
        Move(EXECUTING - {CaseState.DELIVERED}),
    ),
    line={
        CaseState.DELIVERED: 2,
        CaseState.EXECUTING: 2,
        CaseState.ENFORCING: 2,
        CaseState.LAPSED: 1,
    },
    offered=_remedies_left,
    carries_out=True,
    fold=_fold_remedy_carried_out,
    guard=_guard_remedy_carried_out,
    completed=Completed.MEASURE,
    bounds=(bound("/done_on", (LAW, Told("decided")), Today(), DECIDED),),
)


def _guard_enforcement_ordered(
    content: case_execution_acts.EnforcementOrdered, facts: Facts, context: GuardContext
) -> Refuse | None:
    if not context.over("D15"):
        return refusal("case_enforce_early")
    return filed.decided_elsewhere(facts, content, context, "QĐ-CCXP")


def _enforcement_tells(
    content: case_execution_acts.EnforcementOrdered, so_far: SoFar
) -> dict[str, Any]:
    so_far.enforcement = content.document_id
    return {}


_ENFORCEMENTS = frozenset(
    {"MQĐ07", "MQĐ08", "MQĐ09", "MQĐ10", "MQĐ11", "MQĐ12a", "MQĐ12b", "MQĐ12c"}
)
"""Decisions QĐ-CCXP (Law Arts 86, 87). MQĐ06 postpones an expulsion (Art 27) and enforces nothing."""

ENFORCEMENT_ORDERED = Declared(
    wire=CaseAct.ENFORCEMENT_ORDERED,
    who=Who.HEAD,
    moves=(
        Move({CaseState.DELIVERED, CaseState.EXECUTING, CaseState.INSTALMENT}, CaseState.ENFORCING),
    ),
    line={CaseState.INSTALMENT: 2, CaseState.EXECUTING: 4},
    offered=_anything_left,
    decides=Decision(_ENFORCEMENTS, form="MQĐ07"),
    carries_out=True,
    compared_first=(Compared("decision", "document_id", "minutes", "hearing"),),
    asks=(Ask.TIME,),
    guard=_guard_enforcement_ordered,
    details=_enforcement_tells,
    grants=lambda content: Granted(content.document_id, CaseState.ENFORCING),
    unusual=SAME_HAND,
    bounds=(bound("/decided_on", (LAW, Told("decided")), Today(), DECIDED),),
)


def _fold_execution_completed(
    content: case_execution_acts.ExecutionCompleted, facts: Facts, _event: Event
) -> None:
    facts.executed_on = content.completed_on


def _guard_execution_completed(
    content: case_execution_acts.ExecutionCompleted, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Return why execution is not complete, or not to be completed by this officer; or None."""
    if facts.state == CaseState.REMEDY_ONLY and not recording.against_nobody(facts):
        return not_now(facts.state)  # a known violator gets the decision delivered first
    excused = facts.partial is not None and content.undone is not None
    if (
        left := ending.fine_fault(facts.fine - facts.paid)
        or ending.measures_fault(None if excused else ending.unfinished(facts))
        or ending.measures_fault(licence_terms.unserved(facts, content.completed_on))
        or left_open.unconfiscated(facts)
        or left_open.due_back(facts)
        or ending.owing_fault(owed.unpaid(facts, context.fine_due_on), content.unpaid)
    ):
        return left
    if content.alone is None and context.officer_id in document_guards.carried_out_by(facts):
        return refusal("case_two_persons")
    return None


EXECUTION_COMPLETED = Declared(
    wire=CaseAct.EXECUTION_COMPLETED,
    who=Who.WORKER,
    moves=(
        Move(EXECUTING - {CaseState.SUSPENDED}, CaseState.EXECUTED),
        # Only for a decision against nobody known, which cannot be delivered; see the guard.
        Move({CaseState.REMEDY_ONLY}, CaseState.EXECUTED),
    ),
    line={
        CaseState.DELIVERED: 3,
        CaseState.POSTPONED: 3,
        CaseState.INSTALMENT: 3,
        CaseState.EXECUTING: 3,
        CaseState.ENFORCING: 3,
    },
    carries_out=True,
    fold=_fold_execution_completed,
    compared_first=(Compared("decision", "minutes", "hearing", when=not_on_spot),),
    asks=(
        Ask.FINE_DUE,
        Ask.NUMBERS_WAITING,
    ),
    guard=_guard_execution_completed,
    details=lambda _, so_far: {"warning": so_far.warning},
    unusual=(
        Unusual(ExceptionKind.UNPAID, "unpaid"),
        Unusual(ExceptionKind.UNDONE, "undone"),
        *SAME_HAND,
    ),
    bounds=(bound("/completed_on", (LAW, Told("carried")), Today(), CARRIED),),
)


def _guard_execution_lapsed(
    content: case_execution_acts.ExecutionLapsed, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse a lapse before its time, or from another day, or of a decision that is being served.

    The time after which the sanction no longer counts runs from that day (Law Art 7.1). What lapses is the fine (Art
    74): where it is paid, a suspension that runs longer than the year is served, and then the case is executed.
    """
    if why := evading.lapse_fault(facts):
        return why
    last = context.last_day("D18")
    match lapsing.fault(context.today, last, content.lapsed_on):
        case "early":
            return refusal("case_lapse_early")
        case "other_day" if last is not None:
            return refusal("case_lapse_day", day=formats.day(lapsing.lapses_on(last)))
    serving = licence_terms.served_until(facts, context.today)
    if facts.fine <= facts.paid and serving is not None:
        return refusal("case_lapse_serving", day=formats.day(serving))
    return None


EXECUTION_LAPSED = Declared(
    wire=CaseAct.EXECUTION_LAPSED,
    who=Who.HEAD,
    moves=(Move(EXECUTING, CaseState.LAPSED),),
    decides=Decision(),
    carries_out=True,
    asks=(Ask.TIME,),
    guard=_guard_execution_lapsed,
    details=lambda _, so_far: {"warning": so_far.warning},
    bounds=(bound("/lapsed_on", (LAW, Told("decided")), Today(), DECIDED),),
)

ALL = (
    DECISION_DELIVERED,
    REMEDY_CARRIED_OUT,
    ENFORCEMENT_ORDERED,
    EXECUTION_COMPLETED,
    EXECUTION_LAPSED,
)
