"""What is decided on a violation: sanction, remedies alone, no sanction, handed on (Law Arts 56, 57, 62, 65)."""

from backend.cases.acts.declaring import Decision, Declared, Move, Who
from backend.cases.facts import Event, Facts
from backend.cases.states import UNDECIDED
from schemas import case_acts
from schemas.case_words import CaseAct, CaseState
from schemas.case_words import CaseState as S


def _returned_to(facts: Facts, _content: case_acts.CrimeDeclined) -> CaseState | None:
    """Without violation minutes there is nothing to decide on yet."""
    return CaseState.VERIFYING if facts.recorded is None else None


def _fold_sanction_imposed(content: case_acts.SanctionImposed, facts: Facts, event: Event) -> None:
    facts.sanction, facts.on_spot = content, event.type == CaseAct.SANCTION_IMPOSED_ON_SPOT


SANCTION_IMPOSED = Declared(
    wire=CaseAct.SANCTION_IMPOSED,
    who=Who.TITLE,
    moves=(Move({S.DECISION_DUE}, S.SANCTIONED),),
    fold=_fold_sanction_imposed,
)


SANCTION_IMPOSED_ON_SPOT = Declared(
    wire=CaseAct.SANCTION_IMPOSED_ON_SPOT,
    who=Who.TITLE,
    moves=(Move({S.INSPECTING, S.INSPECTED}, S.ONSPOT_SANCTIONED),),
    fold=_fold_sanction_imposed,
)


def _fold_remedy_ordered(content: case_acts.RemedyOrdered, facts: Facts, _event: Event) -> None:
    facts.remedy = content


REMEDY_ORDERED = Declared(
    wire=CaseAct.REMEDY_ORDERED,
    who=Who.HEAD,
    moves=(Move({S.DECISION_DUE}, S.REMEDY_ONLY),),
    fold=_fold_remedy_ordered,
)


SANCTION_DECLINED = Declared(
    wire=CaseAct.SANCTION_DECLINED,
    who=Who.HEAD,
    moves=(Move({S.DECISION_DUE}, S.NO_SANCTION),),
    decides=Decision(frozenset({"BC", "ĐX"})),
)


CASE_TRANSFERRED = Declared(
    wire=CaseAct.CASE_TRANSFERRED,
    who=Who.HEAD,
    moves=(Move(UNDECIDED, S.TRANSFERRED),),
    decides=Decision(frozenset({"BC", "ĐX", "MQĐ33"})),
)


CRIME_REFERRED = Declared(
    wire=CaseAct.CRIME_REFERRED,
    who=Who.HEAD,
    moves=(Move(UNDECIDED | {S.INSPECTED, S.VERIFYING}, S.CRIMINAL_TRANSFER),),
    binds=True,
)


def _fold_crime_declined(content: case_acts.CrimeDeclined, facts: Facts, _event: Event) -> None:
    facts.crime_declined_on = content.returned_on


CRIME_DECLINED = Declared(
    wire=CaseAct.CRIME_DECLINED,
    who=Who.HEAD,
    moves=(Move({S.CRIMINAL_TRANSFER}, S.DECISION_DUE),),
    leads_to=_returned_to,
    fold=_fold_crime_declined,
)

ALL = (
    SANCTION_IMPOSED,
    SANCTION_IMPOSED_ON_SPOT,
    REMEDY_ORDERED,
    SANCTION_DECLINED,
    CASE_TRANSFERRED,
    CRIME_REFERRED,
    CRIME_DECLINED,
)
