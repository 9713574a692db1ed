"""How a case begins, up to the inspection: information, plan, proposal, decision (Circular 27/2020 Arts 5 to 12)."""

from backend.cases.acts.declaring import Decision, Declared, Move, Who
from backend.cases.acts.shared import join_officers
from backend.cases.facts import Event, Facts
from schemas import case_acts
from schemas.case_words import CaseAct
from schemas.case_words import CaseState as S


def _fold_information_received(
    content: case_acts.InformationReceived, facts: Facts, _event: Event
) -> None:
    facts.information, facts.party = content, content.party


INFORMATION_RECEIVED = Declared(
    wire=CaseAct.INFORMATION_RECEIVED,
    who=Who.WORKER,
    moves=(Move({None}, S.INFO_RECEIVED),),
    fold=_fold_information_received,
)


def _fold_plan_item_entered(
    content: case_acts.PlanItemEntered, facts: Facts, _event: Event
) -> None:
    facts.plan_item, facts.party = content, content.party


PLAN_ITEM_ENTERED = Declared(
    wire=CaseAct.PLAN_ITEM_ENTERED,
    who=Who.HEAD,
    moves=(Move({None}, S.PLANNED),),
    fold=_fold_plan_item_entered,
)


def _fold_inspection_proposed(
    content: case_acts.InspectionProposed, facts: Facts, _event: Event
) -> None:
    facts.proposal, facts.party = content, content.party


INSPECTION_PROPOSED = Declared(
    wire=CaseAct.INSPECTION_PROPOSED,
    who=Who.WORKER,
    moves=(Move({None, S.INFO_RECEIVED, S.INFO_VERIFYING}, S.PROPOSED),),
    fold=_fold_inspection_proposed,
)


def _fold_case_opened(content: case_acts.CaseOpened, facts: Facts, _event: Event) -> None:
    facts.party = content.party
    facts.inspection_id, facts.inspection_number = content.inspection_id, content.decision_number


CASE_OPENED = Declared(
    wire=CaseAct.CASE_OPENED,
    who=Who.WORKER,
    moves=(Move({None}, S.INSPECTED),),
    fold=_fold_case_opened,
)


VERIFICATION_ASSIGNED = Declared(
    wire=CaseAct.VERIFICATION_ASSIGNED,
    who=Who.HEAD,
    moves=(Move({S.INFO_RECEIVED, S.INFO_VERIFYING}, S.INFO_VERIFYING),),
    fold=join_officers,
)


INFORMATION_FORWARDED = Declared(
    wire=CaseAct.INFORMATION_FORWARDED,
    who=Who.HEAD,
    moves=(Move({S.INFO_RECEIVED, S.INFO_VERIFYING}, S.FORWARDED),),
)


PROPOSAL_REJECTED = Declared(
    wire=CaseAct.PROPOSAL_REJECTED,
    who=Who.HEAD,
    moves=(Move({S.PROPOSED}, S.REJECTED),),
    decides=Decision(form="PA"),
)


ADHOC_PLAN_ISSUED = Declared(
    wire=CaseAct.ADHOC_PLAN_ISSUED,
    who=Who.HEAD,
    moves=(Move({S.PROPOSED}, S.PLAN_READY),),
)


def _fold_decision_linked(content: case_acts.DecisionLinked, facts: Facts, _event: Event) -> None:
    facts.inspection_id, facts.inspection_number = content.inspection_id, content.decision_number


DECISION_LINKED = Declared(
    wire=CaseAct.DECISION_LINKED,
    who=Who.HEAD,
    moves=(Move({S.PLANNED, S.PROPOSED, S.PLAN_READY, S.NOT_EXECUTED}, S.DECIDED),),
    fold=_fold_decision_linked,
)

ALL = (
    INFORMATION_RECEIVED,
    PLAN_ITEM_ENTERED,
    INSPECTION_PROPOSED,
    CASE_OPENED,
    VERIFICATION_ASSIGNED,
    INFORMATION_FORWARDED,
    PROPOSAL_REJECTED,
    ADHOC_PLAN_ISSUED,
    DECISION_LINKED,
)
