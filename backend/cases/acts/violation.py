"""The violation is recorded, and the violator explains himself or does not (Law Arts 58, 61)."""

from backend.cases.acts.declaring import Declared, Move, Who
from backend.cases.states import UNDECIDED
from schemas.case_words import CaseAct
from schemas.case_words import CaseState as S

VIOLATION_RECORDED = Declared(
    wire=CaseAct.VIOLATION_RECORDED,
    who=Who.WORKER,
    moves=(Move({S.INSPECTED, S.VERIFYING}, S.VIOLATION_RECORDED),),
)


EXPLANATION_REQUESTED = Declared(
    wire=CaseAct.EXPLANATION_REQUESTED,
    who=Who.WORKER,
    moves=(
        # From DECISION_DUE too: a waiver can be withdrawn while the time to explain runs (Decree 118/2021 Art 17.2).
        Move(UNDECIDED, S.AWAIT_EXPLANATION),
    ),
)


EXPLANATION_RECEIVED = Declared(
    wire=CaseAct.EXPLANATION_RECEIVED,
    who=Who.WORKER,
    moves=(
        # Also where a detour (to the prosecution and back) led past them: no sanction comes before one of the two.
        Move(UNDECIDED, S.DECISION_DUE),
    ),
)


EXPLANATION_WAIVED = Declared(
    wire=CaseAct.EXPLANATION_WAIVED,
    who=Who.WORKER,
    moves=(Move(UNDECIDED, S.DECISION_DUE),),
)

ALL = (
    VIOLATION_RECORDED,
    EXPLANATION_REQUESTED,
    EXPLANATION_RECEIVED,
    EXPLANATION_WAIVED,
)
