"""What the inspection of a case did, and verification after it (Ordinance 11/2016; Circular 27/2020)."""

from backend.cases.acts.declaring import Also, Declared, Move, Who
from backend.cases.acts.shared import join_officers
from backend.cases.states import UNDECIDED, Effect
from schemas.case_words import CaseAct
from schemas.case_words import CaseState as S

INSPECTION_BEGAN = Declared(
    wire=CaseAct.INSPECTION_BEGAN,
    who=Who.SYSTEM,
    moves=(Move({S.DECIDED}, S.INSPECTING),),
    otherwise=Effect.NOTED,
)


INSPECTION_NOT_EXECUTED = Declared(
    wire=CaseAct.INSPECTION_NOT_EXECUTED,
    who=Who.SYSTEM,
    moves=(Move({S.DECIDED, S.INSPECTING}, S.NOT_EXECUTED),),
    otherwise=Effect.NOTED,
)


INSPECTION_ENDED = Declared(
    wire=CaseAct.INSPECTION_ENDED,
    who=Who.SYSTEM,
    moves=(Move({S.DECIDED, S.INSPECTING}, S.INSPECTED),),
    otherwise=Effect.NOTED,
)


DECISION_EXPIRED = Declared(
    wire=CaseAct.DECISION_EXPIRED,
    who=Who.HEAD,
    moves=(Move({S.DECIDED}, S.EXPIRED),),
    binds=True,
)


VERIFICATION_ORDERED = Declared(
    wire=CaseAct.VERIFICATION_ORDERED,
    who=Who.HEAD,
    also=(Also.MINUTES_MAKER,),
    moves=(
        Move({S.INSPECTED, S.VERIFYING}, S.VERIFYING),
        # Once the violation is recorded too, beside whatever the case waits for (Law Art 59).
        Move(UNDECIDED),
    ),
    fold=join_officers,
)

ALL = (
    INSPECTION_BEGAN,
    INSPECTION_NOT_EXECUTED,
    INSPECTION_ENDED,
    DECISION_EXPIRED,
    VERIFICATION_ORDERED,
)
