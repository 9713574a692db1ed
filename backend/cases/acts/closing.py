"""How a case ends, and how it begins again: annulled, closed, archived, reopened (Decree 118/2021 Art 13)."""

from backend.cases.acts.declaring import Also, Decision, Declared, Move, Who
from backend.cases.facts import Facts
from backend.cases.states import AFTER_DECISION, CLOSED, CLOSINGS
from schemas import case_acts, case_execution_acts
from schemas.case_words import CaseAct, CaseState
from schemas.case_words import CaseState as S


def _closed_as(facts: Facts, content: case_acts.CaseClosed) -> CaseState | None:
    """As its outcome says."""
    return CLOSINGS[facts.state][content.outcome]


def _back_to(_facts: Facts, content: case_execution_acts.CaseReopened) -> CaseState | None:
    """Where it stood before it was archived."""
    return content.back_to


DECISION_ANNULLED = Declared(
    wire=CaseAct.DECISION_ANNULLED,
    who=Who.HEAD,
    also=(Also.SIGNER,),
    moves=(Move(AFTER_DECISION, S.ANNULLED),),
    binds=True,
)


DECISION_DUE_AGAIN = Declared(
    wire=CaseAct.DECISION_DUE_AGAIN,
    who=Who.HEAD,
    moves=(Move({S.ANNULLED}, S.DECISION_DUE),),
    binds=True,
)


CASE_CLOSED = Declared(
    wire=CaseAct.CASE_CLOSED,
    who=Who.HEAD,
    moves=(Move(frozenset(CLOSINGS)),),
    leads_to=_closed_as,
    decides=Decision(frozenset({"BC", "ĐX"})),
)


CASE_ARCHIVED = Declared(
    wire=CaseAct.CASE_ARCHIVED,
    who=Who.HEAD,
    moves=(Move(CLOSED, S.ARCHIVED),),
)


CASE_REOPENING_ASKED = Declared(
    wire=CaseAct.CASE_REOPENING_ASKED,
    who=Who.WORKER,
    moves=(Move({S.ARCHIVED}),),
)


CASE_REOPENED = Declared(
    wire=CaseAct.CASE_REOPENED,
    who=Who.HEAD,
    moves=(Move({S.ARCHIVED}),),
    leads_to=_back_to,
    binds=True,
)

ALL = (
    DECISION_ANNULLED,
    DECISION_DUE_AGAIN,
    CASE_CLOSED,
    CASE_ARCHIVED,
    CASE_REOPENING_ASKED,
    CASE_REOPENED,
)
