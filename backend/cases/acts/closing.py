"""How a case ends, and how it begins again: annulled, closed, archived, reopened (Decree 118/2021 Art 13)."""

import msgspec

from backend.cases.acts.declaring import Also, Decision, Declared, Move, Who
from backend.cases.facts import Event, Facts
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


def _fold_decision_annulled(
    content: case_execution_acts.DecisionAnnulled, facts: Facts, _event: Event
) -> None:
    """What the decision said and what was granted under it is no more; what was paid stays paid."""
    facts.annulled = content
    facts.sanction = facts.remedy = facts.instalments = None
    facts.on_spot, facts.reductions, facts.remedies_done = False, [], set()
    facts.delivered_on = facts.executed_on = None


DECISION_ANNULLED = Declared(
    wire=CaseAct.DECISION_ANNULLED,
    who=Who.HEAD,
    also=(Also.SIGNER,),
    moves=(Move(AFTER_DECISION, S.ANNULLED),),
    binds=True,
    fold=_fold_decision_annulled,
)


def _fold_decision_due_again(
    content: case_execution_acts.DecisionDueAgain, facts: Facts, event: Event
) -> None:
    """The right violator stands for the wrong one; for him the violation is told with these minutes."""
    if content.party is None or facts.recorded is None:
        return
    facts.party, facts.righted = content.party, event.number
    facts.recorded = msgspec.structs.replace(
        facts.recorded, party=content.party, recorded_at=content.recorded_at
    )


DECISION_DUE_AGAIN = Declared(
    wire=CaseAct.DECISION_DUE_AGAIN,
    who=Who.HEAD,
    moves=(Move({S.ANNULLED}, S.DECISION_DUE),),
    binds=True,
    fold=_fold_decision_due_again,
)


CASE_CLOSED = Declared(
    wire=CaseAct.CASE_CLOSED,
    who=Who.HEAD,
    moves=(Move(frozenset(CLOSINGS)),),
    leads_to=_closed_as,
    decides=Decision(frozenset({"BC", "ĐX"})),
)


def _fold_case_archived(
    content: case_execution_acts.CaseArchived, facts: Facts, _event: Event
) -> None:
    facts.archived_on = content.archived_on
    facts.reopening_asked_by = None


CASE_ARCHIVED = Declared(
    wire=CaseAct.CASE_ARCHIVED,
    who=Who.HEAD,
    moves=(Move(CLOSED, S.ARCHIVED),),
    fold=_fold_case_archived,
)


def _fold_case_reopening_asked(
    _content: case_execution_acts.CaseReopeningAsked, facts: Facts, event: Event
) -> None:
    facts.reopening_asked_by = event.officer_id


CASE_REOPENING_ASKED = Declared(
    wire=CaseAct.CASE_REOPENING_ASKED,
    who=Who.WORKER,
    moves=(Move({S.ARCHIVED}),),
    fold=_fold_case_reopening_asked,
)


def _fold_case_reopened(
    _content: case_execution_acts.CaseReopened, facts: Facts, _event: Event
) -> None:
    facts.archived_on = facts.reopening_asked_by = None


CASE_REOPENED = Declared(
    wire=CaseAct.CASE_REOPENED,
    who=Who.HEAD,
    moves=(Move({S.ARCHIVED}),),
    leads_to=_back_to,
    binds=True,
    fold=_fold_case_reopened,
)

ALL = (
    DECISION_ANNULLED,
    DECISION_DUE_AGAIN,
    CASE_CLOSED,
    CASE_ARCHIVED,
    CASE_REOPENING_ASKED,
    CASE_REOPENED,
)
