"""Acts by which a violation is not sanctioned here: declined, or handed on elsewhere.

See Law Arts 62, 63, 65.
"""

from datetime import date

from backend.casework.acts.clock_facts import Happened, SoFar, fact
from backend.casework.acts.declaring import (
    SAME_HAND,
    Ask,
    Completed,
    Decision,
    Declared,
    Move,
    Unusual,
    Who,
)
from backend.casework.acts.papers_first import Compared, Stands
from backend.casework.rules import (
    document_guards,
    effects_on_decisions,
    filed,
    handed,
    left_open,
    offering,
    recording,
    suspending,
)
from backend.casework.rules.facts import Event, Facts
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.papers_in_force import Needed
from backend.casework.rules.signed_effects import Effect
from backend.casework.rules.states import UNDECIDED
from backend.casework.texts.cases import refusal
from backend.core.local_time import day_of
from backend.ledger.bounds.edges import Today
from backend.ledger.bounds.table import HAPPENED, LAW, bound
from backend.ledger.handlers import Refuse
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.exceptions import ExceptionKind
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct, CaseState
from schemas.core.problems import Text
from schemas.law.deadlines import Fact


def _returned_to(facts: Facts, _content: case_acts.CrimeDeclined) -> CaseState | None:
    """Suspended, if it was decided; without violation minutes there is nothing to decide on yet."""
    if facts.state != CaseState.CRIMINAL_TRANSFER:
        return None  # only some of the violations had gone
    if facts.decision_id is not None:
        return CaseState.SUSPENDED
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


_GOES_UP = ("above_competence", "several_fields")
"""Of these the file goes to a decider above, and the case goes on; acts from before that was told have them still."""


def _guard_case_transferred(
    content: case_acts.CaseTransferred, facts: Facts, context: GuardContext
) -> Refuse | None:
    if why := _not_ours(content, facts, context):
        return why
    if content.why in _GOES_UP and facts.state in UNDECIDED:
        return refusal("case_transfer_up")
    own = filed.own_report(content, facts, context.officer_id)
    return own or (recording.differs(context.differs) if context.differs else None)


def _not_ours(
    content: case_acts.CaseTransferred, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse to hand on a matter without violation minutes, except by working minutes (MBB02).

    Who may not make violation minutes on it makes working minutes and sends them on at once (Decree
    118/2021 Art 12.1). Violation minutes that exist are dealt with first.
    """
    paper = facts.papers[content.document_id] if content.document_id else None
    if paper is not None and (why := handed.passing_on_fault(facts.state, paper.form)):
        return why
    if facts.state not in handed.BEFORE_MINUTES:
        return None
    on_site, officer = context.minutes_on_site, context.officer_id
    return document_guards.minutes_unheeded(facts, content.document_id, on_site, officer)


CASE_TRANSFERRED = Declared(
    wire=CaseAct.CASE_TRANSFERRED,
    who=Who.HEAD,
    moves=(Move(UNDECIDED | handed.BEFORE_MINUTES, CaseState.TRANSFERRED),),
    decides=Decision(frozenset({"BC", "ĐX"})),
    compared_first=(Compared("document_id"),),
    paper=Stands("BC", "ĐX", "MBB02"),
    asks=(Ask.DIFFERENCES, Ask.MINUTES_ON_SITE),
    guard=_guard_case_transferred,
    details=lambda content, _: {"why": content.why},
    unusual=SAME_HAND,
    cites_minutes=True,
)


def _fold_crime_referred(content: case_acts.CrimeReferred, facts: Facts, _event: Event) -> None:
    if content.part and facts.recorded is not None:
        suspending.leave(facts, set(content.part))


def _guard_crime_referred(
    content: case_acts.CrimeReferred, facts: Facts, context: GuardContext
) -> Refuse | None:
    if context.differs:
        return recording.differs(context.differs)
    return suspending.referred_fault(content, facts)


def _stays_in_part(facts: Facts, content: case_acts.CrimeReferred) -> CaseState | None:
    """Where it stands, if only some of the violations go."""
    return facts.state if content.part else None


def _referral_tells(act: Happened, _so_far: SoFar) -> list[Fact]:
    """Return the referral; one of some violations ends no time to decide on the others."""
    if act.content.part:
        told = fact(act)
        return [Fact(act="crime.referred_in_part", at=told.at, details={})]
    return [fact(act)]


def _suspected(view: CaseView, _today: date) -> bool:
    """Tell whether nothing is decided yet, or the execution is suspended for signs of a crime."""
    return view.state != CaseState.SUSPENDED or offering.suspended_for_crime(view)


def _away(view: CaseView, _today: date) -> bool:
    """Tell whether the file, or some of it, is with the prosecution bodies."""
    if view.state == CaseState.CRIMINAL_TRANSFER:
        return True
    about = (CaseAct.CRIME_REFERRED, CaseAct.CRIME_DECLINED)
    last = next((one.type for one in reversed(view.story) if one.type in about), None)
    return last == CaseAct.CRIME_REFERRED


CRIME_REFERRED = Declared(
    wire=CaseAct.CRIME_REFERRED,
    effect=Effect(
        (suspending.HANDED_OVER,),
        effects_on_decisions.referred,
        "handover_id",
        asked_on=((suspending.REFERRING, ("part",)),),
    ),
    who=Who.HEAD,
    moves=(
        Move(
            UNDECIDED | {CaseState.INSPECTED, CaseState.VERIFYING, CaseState.SUSPENDED},
            CaseState.CRIMINAL_TRANSFER,
        ),
    ),
    line={CaseState.SUSPENDED: 1},
    offered=_suspected,
    leads_to=_stays_in_part,
    binds=True,
    fold=_fold_crime_referred,
    compared_first=(Compared("document_id"),),
    paper=Stands("MQĐ33"),
    takes=(Needed((suspending.HANDED_OVER,), "handover_id"),),
    asks=(Ask.DIFFERENCES,),
    guard=_guard_crime_referred,
    completed=Completed.PART,
    tells=_referral_tells,
    bounds=(bound("/handed_on", LAW, Today(), HAPPENED),),
    cites_minutes=True,
)


def _fold_crime_declined(content: case_acts.CrimeDeclined, facts: Facts, _event: Event) -> None:
    if facts.referred is not None:
        facts.recorded, facts.referred = facts.referred, None
    if facts.decision_id is None:
        facts.crime_declined_on = content.returned_on


def _guard_crime_declined(
    content: case_acts.CrimeDeclined, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse unless another officer filed the prosecution's decision and the file (Law Art 63).

    The word of the officer who decides must not give that officer new time.
    """
    referred = suspending.referral(facts)
    if why := suspending.return_fault(facts.state, went=suspending.went(facts)):
        return why
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


def _return_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """Return the returned file; after a decision nothing is left to decide on it."""
    told = fact(act)
    if so_far.decision is None:
        return [told]
    return [Fact(act="crime.declined_after_decision", at=told.at, details={})]


CRIME_DECLINED = Declared(
    wire=CaseAct.CRIME_DECLINED,
    who=Who.HEAD,
    moves=(
        Move({CaseState.CRIMINAL_TRANSFER}, CaseState.DECISION_DUE),
        # Only some of the violations had gone; see the guard.
        Move(UNDECIDED),
    ),
    line={CaseState.CRIMINAL_TRANSFER: 1},
    offered=_away,
    leads_to=_returned_to,
    fold=_fold_crime_declined,
    guard=_guard_crime_declined,
    tells=_return_tells,
    bounds=(bound("/returned_on", LAW, Today(), HAPPENED),),
)

ALL = (
    SANCTION_DECLINED,
    CASE_TRANSFERRED,
    CRIME_REFERRED,
    CRIME_DECLINED,
)
