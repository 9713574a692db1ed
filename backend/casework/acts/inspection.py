"""What the inspection of a case did, and verification after it.

See Ordinance 11/2016 and Circular 27/2020.
"""

from datetime import date, datetime

from backend.casework.acts.clock_facts import Happened, SoFar, fact
from backend.casework.acts.declaring import Also, Ask, Declared, Move, Who
from backend.casework.acts.shared import add_to_folio, join_officers
from backend.casework.rules import recording, verifying
from backend.casework.rules.facts import Event, Facts
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.states import UNDECIDED, Effect
from backend.casework.texts.cases import refusal
from backend.core import formats
from backend.core.local_time import day_of
from backend.ledger.bounds.edges import Today
from backend.ledger.bounds.table import AHEAD, bound
from backend.ledger.handlers import Refuse
from schemas.casework.acts import intake as case_intake_acts
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct, CaseState
from schemas.core.problems import Text
from schemas.law.deadlines import Fact


def _followed(act: Happened, _so_far: SoFar) -> list[Fact]:
    return [Fact(act=str(act.type), at=act.content.at)]


def _began(act: Happened, so_far: SoFar) -> list[Fact]:
    """Return when the inspection began, and the longer time on site that its decision gives."""
    found, until = _followed(act, so_far), act.content.until
    if until is not None:
        details = {"rule": "D02", "until": until.isoformat(), "document_id": None}
        extended = str(CaseAct.DEADLINE_EXTENDED)
        found.append(Fact(act=extended, at=act.content.at, details=details))
    return found


_FOLLOWS = {
    "/at": "follows an act of the phone, whose clock is judged there",
    "/until": "counted from the inspection decision and what extends it",
}

INSPECTION_BEGAN = Declared(
    wire=CaseAct.INSPECTION_BEGAN,
    who=Who.SYSTEM,
    moves=(Move({CaseState.DECIDED}, CaseState.INSPECTING),),
    otherwise=Effect.NOTED,
    tells=_began,
    set_by_the_system=_FOLLOWS,
)


INSPECTION_NOT_EXECUTED = Declared(
    wire=CaseAct.INSPECTION_NOT_EXECUTED,
    who=Who.SYSTEM,
    moves=(Move({CaseState.DECIDED, CaseState.INSPECTING}, CaseState.NOT_EXECUTED),),
    otherwise=Effect.NOTED,
    tells=_followed,
    set_by_the_system=_FOLLOWS,
)


def _ended(act: Happened, so_far: SoFar) -> list[Fact]:
    """Return the act's facts, and that the file with its minutes reached the decision's issuer."""
    reported = Fact(act="inspection.reported", at=max(act.received_at, act.content.at))
    return [*_followed(act, so_far), reported]


INSPECTION_ENDED = Declared(
    wire=CaseAct.INSPECTION_ENDED,
    who=Who.SYSTEM,
    moves=(Move({CaseState.DECIDED, CaseState.INSPECTING}, CaseState.INSPECTED),),
    otherwise=Effect.NOTED,
    tells=_ended,
    set_by_the_system=_FOLLOWS,
)


def _fold_paper_filed(
    content: case_intake_acts.InspectionPaperFiled, facts: Facts, event: Event
) -> None:
    add_to_folio(facts, event, content.title, content.pages)
    facts.folio[-1].inspection_paper = content.paper


def _guard_paper_filed(
    content: case_intake_acts.InspectionPaperFiled, facts: Facts, _context: GuardContext
) -> Refuse | None:
    """Refuse a paper of another inspection, and one that has its sheet numbers."""
    if content.inspection_id != facts.inspection_id:
        return refusal("case_inspection_unknown")
    known = any(one.document_id == content.document_id for one in facts.folio)
    return refusal("case_recorded_already") if known else None


INSPECTION_PAPER_FILED = Declared(
    wire=CaseAct.INSPECTION_PAPER_FILED,
    who=Who.SYSTEM,
    moves=(Move({CaseState.DECIDED, CaseState.INSPECTING, CaseState.INSPECTED}),),
    # Later too: an archived file misses it no less, and its sheets come behind those that are there.
    otherwise=Effect.NOTED,
    fold=_fold_paper_filed,
    guard=_guard_paper_filed,
    relies_on_papers=False,
    set_by_the_system={"/issued_on": "taken from the paper of the inspection, judged there"},
)


_NOT_BEGUN = ("decided", "opened")


def _guard_decision_expired(
    content: case_intake_acts.DecisionExpired, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Return why an inspection decision has not lapsed, or None.

    It is another case's, its time still runs, or the team has begun.
    """
    seen = context.inspection
    if seen is None or content.inspection_id != facts.inspection_id:
        return refusal("case_inspection_unknown")
    if seen.withdrawn:
        return None  # nobody will carry it out any more
    if seen.state not in _NOT_BEGUN:
        return refusal("case_inspection_begun")
    if context.begin_by is None or context.today > context.begin_by:
        return None
    day = formats.day(context.begin_by)
    return refusal("case_decision_runs", Text(vi=day, en=day))


def _not_begun(view: CaseView, _today: date) -> bool:
    return view.state == CaseState.DECIDED


DECISION_EXPIRED = Declared(
    wire=CaseAct.DECISION_EXPIRED,
    who=Who.HEAD,
    moves=(Move({CaseState.DECIDED}, CaseState.EXPIRED),),
    line={CaseState.DECIDED: 1},
    offered=_not_begun,
    binds=True,
    asks=(Ask.INSPECTION,),
    guard=_guard_decision_expired,
)


def _lapsed_at(moment: datetime, context: GuardContext) -> bool:
    """Tell whether the time to decide was over at that moment: no later order restores it."""
    return "D12" in context.due and moment >= context.due["D12"]


def _fold_verification_ordered(
    content: case_intake_acts.VerificationOrdered, facts: Facts, event: Event
) -> None:
    join_officers(content, facts, event)
    if facts.recorded_in is not None:
        facts.verifying.append(event)


def _guard_verification_ordered(
    content: case_intake_acts.VerificationOrdered, facts: Facts, context: GuardContext
) -> Refuse | None:
    if facts.recorded is None:
        return None
    last = next(reversed(facts.verifying), None)
    if last is not None and verifying.ended_by(facts, last) is None:
        return refusal("case_verification_unended")
    if content.sheet is None:
        lapsed = context.over("D12")
        return refusal("case_verification_late" if lapsed else "case_verification_paper")
    if alone := recording.own_writing(content.sheet, facts, context):
        return alone
    sheet = next(one for one in facts.folio if one.first == content.sheet)
    filed = next(one for one in facts.events if one.act_id == sheet.act_id)
    if _lapsed_at(filed.received_at, context):
        return refusal("case_verification_late")
    began = day_of(facts.recorded.recorded_at)
    if sheet.issued_on is None or not began <= sheet.issued_on <= context.today:
        why = Text(
            vi="văn bản giao xác minh đưa vào hồ sơ phải có ngày, từ ngày lập biên bản vi phạm",
            en="the order to verify is filed with its day, not before that of the violation minutes",
        )
        return refusal("case_dates", why)
    return None


def _tell_verification(act: Happened, so_far: SoFar) -> list[Fact]:
    if so_far.minuted:
        return [Fact(act="violation.verifying", at=act.received_at)]
    return [fact(act, {"testing": act.content.testing})]


VERIFICATION_ORDERED = Declared(
    wire=CaseAct.VERIFICATION_ORDERED,
    who=Who.HEAD,
    also=(Also.MINUTES_MAKER,),
    moves=(
        Move({CaseState.INSPECTED, CaseState.VERIFYING}, CaseState.VERIFYING),
        # After the recording too: then it changes nothing in what the case waits for (Law Art 59).
        Move(UNDECIDED),
    ),
    line={CaseState.INSPECTED: 3},
    fold=_fold_verification_ordered,
    verifies=True,
    names_officers=True,
    asks=(Ask.TIME,),
    guard=_guard_verification_ordered,
    tells=_tell_verification,
    bounds=(bound("/due_on", Today(), Today(60), AHEAD),),
)

ALL = (
    INSPECTION_BEGAN,
    INSPECTION_NOT_EXECUTED,
    INSPECTION_ENDED,
    INSPECTION_PAPER_FILED,
    DECISION_EXPIRED,
    VERIFICATION_ORDERED,
)
