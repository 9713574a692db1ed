"""A decision on the violation is delivered and carried out, in money and measures (Law Arts 69 to 88)."""

from backend.cases.acts.declaring import Also, Decision, Declared, Move, Who
from backend.cases.acts.shared import move_paper
from backend.cases.facts import Event, Facts
from backend.cases.states import EXECUTING
from schemas import case_execution_acts
from schemas.case_words import CaseAct, DocumentState
from schemas.case_words import CaseState as S


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
)


def _fold_payment_received(
    content: case_execution_acts.PaymentReceived, facts: Facts, _event: Event
) -> None:
    facts.payments.append(content)


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
)


EXECUTION_POSTPONED = Declared(
    wire=CaseAct.EXECUTION_POSTPONED,
    who=Who.HEAD,
    also=(Also.SIGNER,),
    moves=(Move({S.DELIVERED, S.EXECUTING}, S.POSTPONED),),
    carries_out=True,
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


INSTALMENTS_GRANTED = Declared(
    wire=CaseAct.INSTALMENTS_GRANTED,
    who=Who.HEAD,
    also=(Also.SIGNER,),
    moves=(Move({S.DELIVERED, S.EXECUTING, S.POSTPONED}, S.INSTALMENT),),
    carries_out=True,
    fold=_fold_instalments_granted,
)


def _fold_fine_reduced(
    content: case_execution_acts.FineReduced, facts: Facts, _event: Event
) -> None:
    facts.reductions.append(content)


FINE_REDUCED = Declared(
    wire=CaseAct.FINE_REDUCED,
    who=Who.HEAD,
    also=(Also.SIGNER,),
    moves=(Move(EXECUTING),),
    carries_out=True,
    fold=_fold_fine_reduced,
)


def _fold_remedy_carried_out(
    content: case_execution_acts.RemedyCarriedOut, facts: Facts, _event: Event
) -> None:
    facts.remedies_done.add(content.remedy)


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
)


ENFORCEMENT_ORDERED = Declared(
    wire=CaseAct.ENFORCEMENT_ORDERED,
    who=Who.HEAD,
    moves=(Move({S.DELIVERED, S.EXECUTING, S.INSTALMENT}, S.ENFORCING),),
    decides=Decision(
        frozenset({"MQĐ06", "MQĐ07", "MQĐ08", "MQĐ09", "MQĐ10", "MQĐ11"}), form="MQĐ07"
    ),
    carries_out=True,
)


EXECUTION_SUSPENDED = Declared(
    wire=CaseAct.EXECUTION_SUSPENDED,
    who=Who.HEAD,
    moves=(Move({S.DELIVERED, S.EXECUTING, S.ENFORCING}, S.SUSPENDED),),
    decides=Decision(frozenset({"MQĐ31"})),
    carries_out=True,
)


def _fold_execution_completed(
    content: case_execution_acts.ExecutionCompleted, facts: Facts, _event: Event
) -> None:
    facts.executed_on = content.completed_on


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
)


EXECUTION_LAPSED = Declared(
    wire=CaseAct.EXECUTION_LAPSED,
    who=Who.HEAD,
    moves=(Move(EXECUTING, S.LAPSED),),
    decides=Decision(),
    carries_out=True,
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
