"""How a case begins, up to the inspection: information, plan, proposal, decision (Circular 27/2020 Arts 5 to 12)."""

from backend.cases.acts.declaring import Decision, Declared, Move, Who
from schemas.case_words import CaseAct
from schemas.case_words import CaseState as S

INFORMATION_RECEIVED = Declared(
    wire=CaseAct.INFORMATION_RECEIVED,
    who=Who.WORKER,
    moves=(Move({None}, S.INFO_RECEIVED),),
)


PLAN_ITEM_ENTERED = Declared(
    wire=CaseAct.PLAN_ITEM_ENTERED,
    who=Who.HEAD,
    moves=(Move({None}, S.PLANNED),),
)


INSPECTION_PROPOSED = Declared(
    wire=CaseAct.INSPECTION_PROPOSED,
    who=Who.WORKER,
    moves=(Move({None, S.INFO_RECEIVED, S.INFO_VERIFYING}, S.PROPOSED),),
)


CASE_OPENED = Declared(
    wire=CaseAct.CASE_OPENED,
    who=Who.WORKER,
    moves=(Move({None}, S.INSPECTED),),
)


VERIFICATION_ASSIGNED = Declared(
    wire=CaseAct.VERIFICATION_ASSIGNED,
    who=Who.HEAD,
    moves=(Move({S.INFO_RECEIVED, S.INFO_VERIFYING}, S.INFO_VERIFYING),),
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


DECISION_LINKED = Declared(
    wire=CaseAct.DECISION_LINKED,
    who=Who.HEAD,
    moves=(Move({S.PLANNED, S.PROPOSED, S.PLAN_READY, S.NOT_EXECUTED}, S.DECIDED),),
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
