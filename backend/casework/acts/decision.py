"""What is decided on a violation: sanction, remedies alone, no sanction, handed on (Law Arts 56, 57, 62, 65)."""

from typing import Any

from backend.casework.acts.clock_facts import SoFar
from backend.casework.acts.declaring import (
    DECIDED_BESIDE,
    SAME_HAND,
    Ask,
    Decision,
    Declared,
    Move,
    Unusual,
    Who,
)
from backend.casework.acts.papers_first import Compared, NotSentBack, Stands
from backend.casework.acts.sanction_bounds import SANCTION_BOUNDS
from backend.casework.acts.shared import not_compared
from backend.casework.rules import (
    document_guards,
    exhibit_guards,
    filed,
    left_open,
    owed,
    recording,
    second,
    signed,
)
from backend.casework.rules.facts import Event, Facts
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.sanction_guards import day_of_paper_fault, on_spot_fault, sanction_fault
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
from schemas.law.sanctions import ExtraKind


def _returned_to(facts: Facts, _content: case_acts.CrimeDeclined) -> CaseState | None:
    """Without violation minutes there is nothing to decide on yet."""
    return CaseState.VERIFYING if facts.recorded is None else None


def _fold_sanction_imposed(content: case_acts.SanctionImposed, facts: Facts, event: Event) -> None:
    facts.sanction, facts.on_spot = content, event.type == CaseAct.SANCTION_IMPOSED_ON_SPOT
    facts.totals.setdefault(content.document_id, []).append(content.total)


def _guard_sanction_imposed(
    content: case_acts.SanctionImposed, facts: Facts, context: GuardContext
) -> Refuse | None:
    on_spot = facts.recorded is None
    if recording.against_nobody(facts) and recording.named_later(facts) is None:
        return refusal("case_violator_unknown")
    if wrong := day_of_paper_fault(facts, content.document_id, content.decided_on):
        return wrong
    if context.differs:
        return recording.differs(context.differs)
    taken = left_open.unentered(facts, context) or exhibit_guards.confiscation_fault(
        facts, content.document_id, content.confiscated
    )
    if taken:
        return taken
    if context.warning:
        return refusal("case_warning", context.warning)
    if context.computation is None or context.computation != (content.computation, content.total):
        return refusal("case_computation_other")
    if context.competence:
        return refusal("case_not_competent", context.competence)
    seen = context.inspection
    if content.no_opinion and (on_spot or seen is None or seen.state == "approved"):
        return refusal("case_opinion_given")
    fault = on_spot_fault(facts, context) if on_spot else sanction_fault(content, facts, context)
    return fault or owed.kept_fault(facts, content)


def _decided(content: Any, so_far: SoFar) -> dict[str, Any]:
    so_far.decision, so_far.decided_on = content.document_id, content.decided_on
    return {"comply_days": content.comply_days}


def _sanction_tells(content: case_acts.SanctionImposed, so_far: SoFar) -> dict[str, Any]:
    so_far.fine = so_far.total = content.total
    so_far.warning = all(one.warning for one in content.order.acts)
    suspended = any(
        one.kind == ExtraKind.LICENCE_SUSPENSION for one in content.order.extra_penalties
    )
    details = {"publish": content.publish, "licence_suspended": suspended}
    return _decided(content, so_far) | details


_SANCTION_UNUSUAL = (
    *DECIDED_BESIDE,
    Unusual(ExceptionKind.LATE_ENTRY, "late"),
    Unusual(ExceptionKind.NO_OPINION, "no_opinion"),
)


SANCTION_IMPOSED = Declared(
    wire=CaseAct.SANCTION_IMPOSED,
    who=Who.TITLE,
    moves=(Move({CaseState.DECISION_DUE}, CaseState.SANCTIONED),),
    line={CaseState.DECISION_DUE: 1},
    fold=_fold_sanction_imposed,
    needs_head=not_compared,
    compared_first=(NotSentBack("minutes", "hearing"),),
    paper=Stands("MQĐ02"),
    asks=(
        Ask.TIME_TO_DECIDE,
        Ask.INSPECTION,
        Ask.MINUTES_ON_SITE,
        Ask.SEIZURES_ON_SITE,
        Ask.SANCTION,
        Ask.UNVERIFIED,
    ),
    guard=_guard_sanction_imposed,
    details=_sanction_tells,
    unusual=_SANCTION_UNUSUAL,
    cites_minutes=True,
    says_as_signed=signed.order_differs,
    bounds=SANCTION_BOUNDS,
)


SANCTION_IMPOSED_ON_SPOT = Declared(
    wire=CaseAct.SANCTION_IMPOSED_ON_SPOT,
    who=Who.TITLE,
    moves=(Move({CaseState.INSPECTING, CaseState.INSPECTED}, CaseState.ONSPOT_SANCTIONED),),
    line={CaseState.INSPECTING: 1},
    fold=_fold_sanction_imposed,
    needs_head=not_compared,
    compared_first=(NotSentBack("minutes", "hearing"),),
    paper=Stands("MQĐ01"),
    asks=(
        Ask.TIME_TO_DECIDE,
        Ask.INSPECTION,
        Ask.MINUTES_ON_SITE,
        Ask.SEIZURES_ON_SITE,
        Ask.SANCTION,
        Ask.UNVERIFIED,
    ),
    guard=_guard_sanction_imposed,
    details=_sanction_tells,
    unusual=_SANCTION_UNUSUAL,
    cites_minutes=True,
    says_as_signed=signed.order_differs,
    bounds=SANCTION_BOUNDS,
)


def _fold_remedy_ordered(content: case_acts.RemedyOrdered, facts: Facts, _event: Event) -> None:
    facts.remedy = content


def _no_fine_fault(content: case_acts.RemedyOrdered, facts: Facts) -> Refuse | None:
    """Why a violator who is known and alive, in time, is fined all the same (Law Art 65.1)."""
    if content.why == "violator_unknown":
        known = not recording.against_nobody(facts) or recording.named_later(facts) is not None
        return (
            refusal("case_remedy_known", name=facts.party.name if facts.party else "?")
            if known
            else None
        )
    if content.why not in ("violator_dead", "other") or document_guards.only_remedies(facts):
        return None
    signer = facts.papers[content.document_id].issued_by
    proved = content.ground_proof in recording.proofs_of_ground(facts, signer)
    return None if proved else refusal("case_remedy_unproved")


def _guard_remedy_ordered(
    content: case_acts.RemedyOrdered, facts: Facts, context: GuardContext
) -> Refuse | None:
    if wrong := day_of_paper_fault(facts, content.document_id, content.decided_on):
        return wrong
    if context.differs:
        return recording.differs(context.differs)
    if context.competence:
        return refusal("case_not_competent", context.competence)
    taken = left_open.unentered(facts, context) or exhibit_guards.confiscation_fault(
        facts, content.document_id, content.confiscated
    )
    if taken:
        return taken
    if fined := _no_fine_fault(content, facts):
        return fined
    if content.why == "time_over" and not context.over_on("D12", content.decided_on):
        return refusal("case_remedy_why")
    if content.why == "time_over":
        other = second.in_force(facts, facts.papers[content.document_id])
        if other and other.issued_on and not context.over_on("D12", other.issued_on):
            return refusal("case_decision_in_force", number=other.number or "?")
    if content.why == "statute_over" and context.statute is None:
        return refusal("case_remedy_why")
    return owed.kept_fault(facts, content)


def _no_fine_for(content: case_acts.RemedyOrdered) -> str | None:
    """Older acts on "another ground" name no proof, and were listed by no rule."""
    unusual = content.why == "other" and content.ground_proof is not None
    return content.reason if unusual or content.twice or content.gain_kept else None


REMEDY_ORDERED = Declared(
    wire=CaseAct.REMEDY_ORDERED,
    who=Who.HEAD,
    moves=(Move({CaseState.DECISION_DUE}, CaseState.REMEDY_ONLY),),
    line={CaseState.DECISION_DUE: 2},
    fold=_fold_remedy_ordered,
    needs_head=not_compared,
    compared_first=(
        NotSentBack("minutes", "hearing"),
        Compared("ground_proof"),
    ),
    paper=Stands("MQĐ14", "MQĐ15"),
    asks=(
        Ask.TIME_TO_DECIDE,
        Ask.SEIZURES_ON_SITE,
        Ask.STATUTE,
        Ask.COMPETENCE,
        Ask.DIFFERENCES,
    ),
    guard=_guard_remedy_ordered,
    details=_decided,
    unusual=(*DECIDED_BESIDE, Unusual(ExceptionKind.NO_FINE, _no_fine_for)),
    cites_minutes=True,
    says_as_signed=signed.measures_differ,
    bounds=(bound("/decided_on", LAW, Today(), HAPPENED),),
)


def _without_ground(content: case_acts.SanctionDeclined, facts: Facts) -> Refuse | None:
    """Why a violation that was recorded does not go without a sanction: no ground of the Law is named, or one that the
    file denies (Art 65.1)."""
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
    """Older acts name no ground, and were listed by no rule."""
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
    """Their decision and the file are in the case (Law Art 63): the word of who decides gives himself no new time."""
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
    SANCTION_IMPOSED,
    SANCTION_IMPOSED_ON_SPOT,
    REMEDY_ORDERED,
    SANCTION_DECLINED,
    CASE_TRANSFERRED,
    CRIME_REFERRED,
    CRIME_DECLINED,
)
