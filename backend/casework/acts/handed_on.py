"""Acts by which a violation is not sanctioned here: declined, or handed on elsewhere.

See Law Arts 62, 63, 65.
"""

from backend.casework.acts.declaring import SAME_HAND, Ask, Decision, Declared, Move, Unusual, Who
from backend.casework.acts.papers_first import Compared, Stands
from backend.casework.rules import filed, left_open, recording
from backend.casework.rules.facts import Event, Facts
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.states import UNDECIDED
from backend.casework.texts.cases import refusal
from backend.core.local_time import day_of
from backend.ledger.bounds.edges import Today
from backend.ledger.bounds.table import HAPPENED, LAW, bound
from backend.ledger.handlers import Refuse
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.exceptions import ExceptionKind
from schemas.casework.words import CaseAct, CaseState
from schemas.core.problems import Text


def _returned_to(facts: Facts, _content: case_acts.CrimeDeclined) -> CaseState | None:
    """Without violation minutes there is nothing to decide on yet."""
    return CaseState.VERIFYING if facts.recorded is None else None


def _without_ground(content: case_acts.SanctionDeclined, facts: Facts) -> Refuse | None:
    """Return why a recorded violation may not go without a sanction, or None.

    The act names no ground of the Law, or one that the file contradicts (Art 65.1).
    """
    if content.why is None:
        return refusal("case_declined_ground")
    known = not recording.against_nobody(facts) or recording.named_later(facts) is not None
    if content.why == "violator_unknown" and known:
        return refusal("case_declined_known", name=facts.party.name if facts.party else "?")
    return None


def _guard_sanction_declined(
    content: case_acts.SanctionDeclined, facts: Facts, context: GuardContext
) -> Refuse | None:
    fault = _without_ground(content, facts) or left_open.unentered(facts, context)
    return fault or filed.own_report(content, facts, context.officer_id)


def _declined_for(content: case_acts.SanctionDeclined) -> str | None:
    """Return the reason of the exception, or None.

    Older acts name no ground, and no rule lists them.
    """
    return content.reason if content.why is not None else None


SANCTION_DECLINED = Declared(
    wire=CaseAct.SANCTION_DECLINED,
    who=Who.HEAD,
    moves=(Move({CaseState.DECISION_DUE}, CaseState.NO_SANCTION),),
    line={CaseState.DECISION_DUE: 3},
    decides=Decision(frozenset({"BC", "ĐX"})),
    compared_first=(Compared("document_id"),),
    paper=Stands("BC", "ĐX"),
    asks=(Ask.SEIZURES_ON_SITE,),
    guard=_guard_sanction_declined,
    unusual=(*SAME_HAND, Unusual(ExceptionKind.NO_FINE, _declined_for)),
)


def _guard_case_transferred(
    content: case_acts.CaseTransferred, facts: Facts, context: GuardContext
) -> Refuse | None:
    own = filed.own_report(content, facts, context.officer_id)
    return own or (recording.differs(context.differs) if context.differs else None)


CASE_TRANSFERRED = Declared(
    wire=CaseAct.CASE_TRANSFERRED,
    who=Who.HEAD,
    moves=(Move(UNDECIDED, CaseState.TRANSFERRED),),
    decides=Decision(frozenset({"BC", "ĐX", "MQĐ33"})),
    compared_first=(Compared("document_id"),),
    paper=Stands("BC", "ĐX", "MQĐ33"),
    asks=(Ask.DIFFERENCES,),
    guard=_guard_case_transferred,
    details=lambda content, _: {"why": content.why},
    unusual=SAME_HAND,
    cites_minutes=True,
)


def _guard_crime_referred(
    _content: case_acts.CrimeReferred, _facts: Facts, context: GuardContext
) -> Refuse | None:
    return recording.differs(context.differs) if context.differs else None


CRIME_REFERRED = Declared(
    wire=CaseAct.CRIME_REFERRED,
    who=Who.HEAD,
    moves=(
        Move(UNDECIDED | {CaseState.INSPECTED, CaseState.VERIFYING}, CaseState.CRIMINAL_TRANSFER),
    ),
    binds=True,
    compared_first=(Compared("document_id"),),
    paper=Stands("MQĐ33"),
    asks=(Ask.DIFFERENCES,),
    guard=_guard_crime_referred,
    cites_minutes=True,
)


def _fold_crime_declined(content: case_acts.CrimeDeclined, facts: Facts, _event: Event) -> None:
    facts.crime_declined_on = content.returned_on


def _guard_crime_declined(
    content: case_acts.CrimeDeclined, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse unless another officer filed the prosecution's decision and the file (Law Art 63).

    The word of the officer who decides must not give that officer new time.
    """
    referred = facts.last(CaseAct.CRIME_REFERRED)
    if content.returned_on > context.today or (
        referred and content.returned_on < day_of(referred.received_at)
    ):
        return refusal("case_dates", Text(vi="ngày trả hồ sơ", en="the day of the return"))
    filed = any(
        one.type == CaseAct.SHEETS_FILED
        and one.content.document_id is None
        and one.officer_id != context.officer_id
        and referred is not None
        and one.number > referred.number
        for one in facts.events
    )
    return None if filed else refusal("case_return_filed")


CRIME_DECLINED = Declared(
    wire=CaseAct.CRIME_DECLINED,
    who=Who.HEAD,
    moves=(Move({CaseState.CRIMINAL_TRANSFER}, CaseState.DECISION_DUE),),
    line={CaseState.CRIMINAL_TRANSFER: 1},
    leads_to=_returned_to,
    fold=_fold_crime_declined,
    guard=_guard_crime_declined,
    bounds=(bound("/returned_on", LAW, Today(), HAPPENED),),
)

ALL = (
    SANCTION_DECLINED,
    CASE_TRANSFERRED,
    CRIME_REFERRED,
    CRIME_DECLINED,
)
