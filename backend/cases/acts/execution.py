"""A decision on the violation is delivered and carried out, in money and measures (Law Arts 69 to 88)."""

from typing import Any

from backend.cases import carrying_out, changing, delivering, ending, filed, owed, paying, recording
from backend.cases.acts.clock_facts import SoFar, of_what, until
from backend.cases.acts.declaring import (
    SAME_HAND,
    Also,
    Ask,
    Change,
    Decision,
    Declared,
    Move,
    Unusual,
    Who,
    Written,
)
from backend.cases.acts.papers_first import Compared, Scanned, Stands
from backend.cases.acts.shared import entered_again, move_paper
from backend.cases.facts import Event, Facts
from backend.cases.states import EXECUTING
from backend.cases.texts import not_now, refusal
from backend.cases.world import World
from backend.ledger.books import Refuse
from schemas import case_execution_acts
from schemas.case_words import CaseAct, CaseState, DocumentState
from schemas.case_words import CaseState as S
from schemas.exceptions import ExceptionKind
from schemas.problems import Text


def _fold_decision_delivered(
    content: case_execution_acts.DecisionDelivered, facts: Facts, _event: Event
) -> None:
    facts.delivered_on = content.delivered_on
    move_paper(facts, content.document_id, DocumentState.DELIVERED)


DECISION_DELIVERED = Declared(
    wire=CaseAct.DECISION_DELIVERED,
    who=Who.WORKER,
    moves=(
        Move({S.SANCTIONED}, S.DELIVERED),
        Move({S.ONSPOT_SANCTIONED, S.REMEDY_ONLY}, S.EXECUTING),
    ),
    carries_out=True,
    fold=_fold_decision_delivered,
    writes=Written.DELIVERED,
    compared_first=(
        Scanned("document_id", "MQĐ02"),
        Compared("proof_document_id"),
    ),
    asks=(
        Ask.DELIVERY_DAYS,
        Ask.DIFFERENCES,
    ),
    guard=delivering.fault,
    details=lambda content, so_far: {"of": of_what(content.document_id, so_far)},
    unusual=SAME_HAND,
)


def _fold_payment_received(
    content: case_execution_acts.PaymentReceived, facts: Facts, _event: Event
) -> None:
    facts.payments.append(content)


def _not_on_spot(_content: object, facts: Facts) -> bool:
    """The sanction was not imposed on the spot: there it is paid at once."""
    return not facts.on_spot


def _guard_payment_received(
    content: case_execution_acts.PaymentReceived, facts: Facts, world: World
) -> Refuse | None:
    return entered_again(content, facts, "payment_id") or paying.fault(content, facts, world)


def _payment_tells(content: case_execution_acts.PaymentReceived, so_far: SoFar) -> dict[str, Any]:
    so_far.paid += content.amount if content.kind == "fine" else 0
    return {"complete": so_far.paid >= so_far.fine}


PAYMENT_RECEIVED = Declared(
    wire=CaseAct.PAYMENT_RECEIVED,
    who=Who.WORKER,
    moves=(
        Move({S.ONSPOT_SANCTIONED, S.DELIVERED}, S.EXECUTING),
        Move({S.EXECUTING, S.POSTPONED, S.INSTALMENT, S.ENFORCING, S.SUSPENDED}),
        # Goods are sold, and a fine is raised by an amendment, after the rest is done; nobody can be handed the
        # decision on an unknown owner's.
        Move({S.EXECUTED, S.REMEDY_ONLY}),
        # The fine has lapsed, gain and sale money have not (the guard takes no fine; Art 74).
        Move({S.LAPSED}),
        # Goods were sold before the annulment: their money alone (the guard), or the archive waits for ever.
        Move({S.ANNULLED, S.NO_SANCTION}),
    ),
    carries_out=True,
    fold=_fold_payment_received,
    compared_first=(Compared("decision", when=_not_on_spot),),
    guard=_guard_payment_received,
    details=_payment_tells,
    unusual=(Unusual(ExceptionKind.RECEIPT_AGAIN, "again"),),
)


def _changes_the_fine(content: Any, facts: Facts) -> Change:
    """What becomes of a fine is decided by who imposed it."""
    return Change(facts.decision_id, content.document_id)


def _guard_execution_postponed(
    content: case_execution_acts.ExecutionPostponed, facts: Facts, world: World
) -> Refuse | None:
    if world.differs:
        return recording.differs(world.differs)
    fault = carrying_out.postponed_fault(facts, content)
    return refusal("case_postponed", fault) if fault else None


EXECUTION_POSTPONED = Declared(
    wire=CaseAct.EXECUTION_POSTPONED,
    who=Who.HEAD,
    also=(Also.SIGNER,),
    moves=(Move({S.DELIVERED, S.EXECUTING}, S.POSTPONED),),
    carries_out=True,
    changes=_changes_the_fine,
    compared_first=(Compared("document_id"),),
    paper=Stands("MQĐ03"),
    asks=(Ask.DIFFERENCES,),
    guard=_guard_execution_postponed,
    details=lambda content, _: until(content, content.until),
    undone=lambda content, undone: content.document_id in undone.granting,
)


EXECUTION_RESUMED = Declared(
    wire=CaseAct.EXECUTION_RESUMED,
    who=Who.HEAD,
    moves=(Move({S.POSTPONED, S.SUSPENDED}, S.EXECUTING),),
    decides=Decision(),
    carries_out=True,
)


def _fold_instalments_granted(
    content: case_execution_acts.InstalmentsGranted, facts: Facts, _event: Event
) -> None:
    facts.instalments = content


def _guard_instalments_granted(
    _content: case_execution_acts.InstalmentsGranted, _facts: Facts, world: World
) -> Refuse | None:
    if world.differs:
        return recording.differs(world.differs)
    return refusal("case_instalments", world.instalments) if world.instalments else None


INSTALMENTS_GRANTED = Declared(
    wire=CaseAct.INSTALMENTS_GRANTED,
    who=Who.HEAD,
    also=(Also.SIGNER,),
    moves=(Move({S.DELIVERED, S.EXECUTING, S.POSTPONED}, S.INSTALMENT),),
    carries_out=True,
    fold=_fold_instalments_granted,
    changes=_changes_the_fine,
    compared_first=(Compared("document_id"),),
    paper=Stands("MQĐ05"),
    asks=(
        Ask.INSTALMENTS,
        Ask.DIFFERENCES,
    ),
    guard=_guard_instalments_granted,
    details=lambda content, _: until(content, max(one.due_on for one in content.schedule)),
    undone=lambda content, undone: content.document_id in undone.granting,
)


def _fold_fine_reduced(
    content: case_execution_acts.FineReduced, facts: Facts, _event: Event
) -> None:
    facts.reductions.append(content)


def _guard_fine_reduced(
    content: case_execution_acts.FineReduced, facts: Facts, world: World
) -> Refuse | None:
    if again := entered_again(content, facts, "document_id"):
        return again
    if world.differs:
        return recording.differs(world.differs)
    left = facts.fine - facts.paid
    return (
        refusal("case_overpaid", left=f"{left:,}".replace(",", ".")) if content.by > left else None
    )


def _reduction_tells(content: case_execution_acts.FineReduced, so_far: SoFar) -> dict[str, Any]:
    so_far.fine -= content.by
    return {}


FINE_REDUCED = Declared(
    wire=CaseAct.FINE_REDUCED,
    who=Who.HEAD,
    also=(Also.SIGNER,),
    moves=(Move(EXECUTING),),
    carries_out=True,
    fold=_fold_fine_reduced,
    changes=_changes_the_fine,
    compared_first=(Compared("document_id"),),
    paper=Stands("MQĐ04"),
    asks=(Ask.DIFFERENCES,),
    guard=_guard_fine_reduced,
    details=_reduction_tells,
    undone=lambda content, undone: content.document_id in undone.granting,
)


def _fold_remedy_carried_out(
    content: case_execution_acts.RemedyCarriedOut, facts: Facts, _event: Event
) -> None:
    facts.remedies_done.add(content.remedy)


def _guard_remedy_carried_out(
    content: case_execution_acts.RemedyCarriedOut, facts: Facts, _world: World
) -> Refuse | None:
    return None if content.remedy < len(facts.remedies) else refusal("case_remedy_index")


REMEDY_CARRIED_OUT = Declared(
    wire=CaseAct.REMEDY_CARRIED_OUT,
    who=Who.WORKER,
    moves=(
        Move({S.LAPSED}),
        Move({S.DELIVERED}, S.EXECUTING),
        Move(EXECUTING - {S.DELIVERED}),
    ),
    carries_out=True,
    fold=_fold_remedy_carried_out,
    guard=_guard_remedy_carried_out,
)


def _guard_enforcement_ordered(
    content: case_execution_acts.EnforcementOrdered, facts: Facts, world: World
) -> Refuse | None:
    if not world.over("D15"):
        return refusal("case_enforce_early")
    return filed.decided_elsewhere(facts, content, world, "QĐ-CCXP")


def _enforcement_tells(
    content: case_execution_acts.EnforcementOrdered, so_far: SoFar
) -> dict[str, Any]:
    so_far.enforcement = content.document_id
    return {}


ENFORCEMENT_ORDERED = Declared(
    wire=CaseAct.ENFORCEMENT_ORDERED,
    who=Who.HEAD,
    moves=(Move({S.DELIVERED, S.EXECUTING, S.INSTALMENT}, S.ENFORCING),),
    decides=Decision(
        frozenset({"MQĐ06", "MQĐ07", "MQĐ08", "MQĐ09", "MQĐ10", "MQĐ11"}), form="MQĐ07"
    ),
    carries_out=True,
    compared_first=(Compared("decision", "document_id", "minutes", "hearing"),),
    asks=(Ask.TIME,),
    guard=_guard_enforcement_ordered,
    details=_enforcement_tells,
    unusual=SAME_HAND,
)


def _guard_execution_suspended(
    content: case_execution_acts.ExecutionSuspended, facts: Facts, world: World
) -> Refuse | None:
    return filed.decided_elsewhere(facts, content, world, "MQĐ31")


EXECUTION_SUSPENDED = Declared(
    wire=CaseAct.EXECUTION_SUSPENDED,
    who=Who.HEAD,
    moves=(Move({S.DELIVERED, S.EXECUTING, S.ENFORCING}, S.SUSPENDED),),
    decides=Decision(frozenset({"MQĐ31"})),
    carries_out=True,
    compared_first=(Compared("document_id"),),
    guard=_guard_execution_suspended,
    unusual=SAME_HAND,
)


def _fold_execution_completed(
    content: case_execution_acts.ExecutionCompleted, facts: Facts, _event: Event
) -> None:
    facts.executed_on = content.completed_on


def _guard_execution_completed(
    content: case_execution_acts.ExecutionCompleted, facts: Facts, world: World
) -> Refuse | None:
    """Why execution is not at an end, or not by this one officer's word."""
    if facts.state == CaseState.REMEDY_ONLY and not recording.against_nobody(facts):
        return not_now(facts.state)  # who is known is handed the decision first
    left = facts.fine - facts.paid
    if left > 0:
        money = f"{left:,}".replace(",", ".")
        return refusal(
            "case_not_done", Text(vi=f"còn {money} đồng chưa nộp", en=f"{money} đồng are not paid")
        )
    if waiting := ending.unfinished(facts):
        return refusal("case_not_done", waiting)
    owing = owed.unpaid(facts, world.fine_due_on)
    if owing is not None and content.unpaid is None:
        return refusal("case_unpaid", owing)
    if content.alone is None and world.officer_id in changing.carried_out_by(facts):
        return refusal("case_two_persons")
    return None


EXECUTION_COMPLETED = Declared(
    wire=CaseAct.EXECUTION_COMPLETED,
    who=Who.WORKER,
    moves=(
        Move(EXECUTING - {S.SUSPENDED}, S.EXECUTED),
        # Of a decision against nobody known: see ending.py.
        Move({S.REMEDY_ONLY}, S.EXECUTED),
    ),
    carries_out=True,
    fold=_fold_execution_completed,
    compared_first=(Compared("decision", "minutes", "hearing", when=_not_on_spot),),
    asks=(
        Ask.FINE_DUE,
        Ask.NUMBERS_WAITING,
    ),
    guard=_guard_execution_completed,
    details=lambda _, so_far: {"warning": so_far.warning},
    unusual=(Unusual(ExceptionKind.UNPAID, "unpaid"), *SAME_HAND),
)


def _guard_execution_lapsed(
    _content: case_execution_acts.ExecutionLapsed, _facts: Facts, world: World
) -> Refuse | None:
    return None if world.over("D18") else refusal("case_lapse_early")


EXECUTION_LAPSED = Declared(
    wire=CaseAct.EXECUTION_LAPSED,
    who=Who.HEAD,
    moves=(Move(EXECUTING, S.LAPSED),),
    decides=Decision(),
    carries_out=True,
    asks=(Ask.TIME,),
    guard=_guard_execution_lapsed,
)

ALL = (
    DECISION_DELIVERED,
    PAYMENT_RECEIVED,
    EXECUTION_POSTPONED,
    EXECUTION_RESUMED,
    INSTALMENTS_GRANTED,
    FINE_REDUCED,
    REMEDY_CARRIED_OUT,
    ENFORCEMENT_ORDERED,
    EXECUTION_SUSPENDED,
    EXECUTION_COMPLETED,
    EXECUTION_LAPSED,
)
