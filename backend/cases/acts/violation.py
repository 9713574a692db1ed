"""The violation is recorded, and the violator explains himself or does not (Law Arts 58, 61)."""

from backend.cases.acts.declaring import Declared, Move, Who
from backend.cases.facts import Event, Facts
from backend.cases.states import UNDECIDED
from schemas import case_acts
from schemas.case_words import CaseAct
from schemas.case_words import CaseState as S


def _fold_violation_recorded(
    content: case_acts.ViolationRecorded, facts: Facts, _event: Event
) -> None:
    facts.recorded, facts.party = content, content.party


VIOLATION_RECORDED = Declared(
    wire=CaseAct.VIOLATION_RECORDED,
    who=Who.WORKER,
    moves=(Move({S.INSPECTED, S.VERIFYING}, S.VIOLATION_RECORDED),),
    fold=_fold_violation_recorded,
)


EXPLANATION_REQUESTED = Declared(
    wire=CaseAct.EXPLANATION_REQUESTED,
    who=Who.WORKER,
    moves=(
        # From DECISION_DUE too: a waiver can be withdrawn while the time to explain runs (Decree 118/2021 Art 17.2).
        Move(UNDECIDED, S.AWAIT_EXPLANATION),
    ),
)


def _fold_explanation_received(
    content: case_acts.ExplanationReceived, facts: Facts, _event: Event
) -> None:
    facts.explanations.append(content)


EXPLANATION_RECEIVED = Declared(
    wire=CaseAct.EXPLANATION_RECEIVED,
    who=Who.WORKER,
    moves=(
        # Also where a detour (to the prosecution and back) led past them: no sanction comes before one of the two.
        Move(UNDECIDED, S.DECISION_DUE),
    ),
    fold=_fold_explanation_received,
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
