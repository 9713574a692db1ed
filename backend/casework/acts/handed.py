"""Acts by which a case comes from another body, or goes up to another decider.

See Circular 27/2020 Arts 23 to 26; Law Arts 56.1.b, 58.5, 63, 66.1.a.
"""

from datetime import date
from typing import Any
from uuid import UUID

from backend.casework.acts.clock_facts import Happened, SoFar, of_violations, seizures_confiscated
from backend.casework.acts.declaring import (
    SAME_HAND,
    Also,
    Ask,
    Completed,
    Declared,
    Move,
    Who,
    Written,
)
from backend.casework.rules import filed, handed, left_open, not_yet, outside, recording
from backend.casework.rules.facts import Event, Facts
from backend.casework.rules.folio import FolioEntry
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.states import AT_INSPECTION, UNDECIDED
from backend.casework.texts.cases import refusal
from backend.core.local_time import day_of
from backend.law import books
from backend.law.rules.counting import start_of
from backend.ledger.bounds.edges import At, Fixed, Today, Told
from backend.ledger.bounds.table import BORN, COMPLY, HAPPENED, LAW, ORDER, SIGNED, bound
from backend.ledger.handlers import Refuse
from schemas.casework.acts import handed as case_handed_acts
from schemas.casework.words import CaseAct, CaseState
from schemas.law.deadlines import Fact


def _waits_for(_facts: Facts, content: case_handed_acts.FileReceived) -> CaseState | None:
    """The explanation, or the decision where no right to explain exists or no minutes do."""
    heard = content.source == "prosecution" or not content.explanation_right
    return CaseState.DECISION_DUE if heard else None


def _fold_file_received(content: case_handed_acts.FileReceived, facts: Facts, event: Event) -> None:
    facts.received, facts.party = content, content.party
    facts.recorded, facts.recorded_in = handed.recorded(content), event.number
    facts.verifying = []
    if content.source == "prosecution":
        facts.crime_declined_on = content.received_on
    paper = handed.minutes(content, event)
    if paper is not None:
        facts.papers[paper.id] = paper
    first = facts.last_sheet + 1
    facts.folio.append(
        FolioEntry(
            first=first,
            last=first + content.sheets - 1,
            title=f"Hồ sơ vụ việc do {content.body} chuyển đến",
            number=content.transfer_number,
            issued_on=content.transfer_on,
            document_id=None,
            act_id=event.act_id,
        )
    )


def _file_opens(
    content: case_handed_acts.FileReceived, facts: Facts | None, context: GuardContext
) -> Refuse | None:
    if (facts is None) != (content.opening is not None):
        return refusal("case_unknown" if facts is None else "case_exists")
    if content.opening is not None and content.opening.rule_set != context.rule_set:
        return refusal("case_rule_set", rule_set=content.opening.rule_set)
    return None


def _guard_file_received(
    content: case_handed_acts.FileReceived, facts: Facts | None, context: GuardContext
) -> Refuse | None:
    """Refuse a file whose minutes are missing, or deny a right to explain that the law gives.

    A file of the case's own unit is none of another body's: its minutes are made, signed and compared
    here. Who has the authority accepts a file (Circular 27/2020 Art 23), so the head of a team who does it
    alone gives a reason, which is listed. Minutes that deny the right are void (Law Art 61.1; Decree 118/2021
    Arts 12.4.i, 13.1.c): the body that made them mends them first.
    """
    if why := _file_opens(content, facts, context):
        return why
    minutes = (content.minutes_number, content.minutes_on, content.minutes_by)
    whole, none = None not in minutes, minutes == (None, None, None)
    if why := handed.minutes_fault(content.source, content.received_on, whole=whole, none=none):
        return why
    if why := handed.request_fault(content.source, asked=content.request is not None):
        return why
    if context.received_by is not None:
        return refusal("case_file_taken", number=context.received_by)
    if context.own_unit:
        return refusal("case_file_own", body=content.body)
    book = facts.book if facts is not None else books.book_of(context.rule_set)
    if unclear := outside.recording_fault(content.violations, book):
        return unclear
    if not context.versions_stand:
        return refusal("case_catalogue_version")
    if not context.heads and content.alone is None:
        return refusal("case_file_alone")
    provided = context.hearing is not None and context.hearing.exists
    if content.source == "force" and provided and not content.explanation_right:
        return refusal("case_file_denies", recording.why_heard(context))
    return None


def _file_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """Tell what came, at the day of their minutes, or of the receipt where there are none."""
    content = act.content
    so_far.minuted, so_far.from_prosecution = True, content.source == "prosecution"
    details: dict[str, Any] = {
        "source": content.source,
        "received_on": content.received_on.isoformat(),
        "detected_on": content.detected_on.isoformat(),
        "explanation_right": content.explanation_right,
    } | of_violations(content.violations, so_far)
    so_far.acts_told["source"] = content.source
    if content.minutes_on is not None:
        # The file passed to an officer with the power to decide: ten working days (Law Art 66.1.a).
        details |= {"minutes_on": content.minutes_on.isoformat(), "sent_up": True}
    day = handed.minuted_on(content)
    at = act.received_at if day_of(act.received_at) == day else start_of(day)
    return [Fact(act=str(act.type), at=at, details=details)]


FILE_RECEIVED = Declared(
    wire=CaseAct.FILE_RECEIVED,
    who=Who.HEAD,
    also=(Also.LEADER,),
    moves=(
        Move(
            {None, CaseState.INFO_RECEIVED, CaseState.INFO_VERIFYING}, CaseState.VIOLATION_RECORDED
        ),
    ),
    leads_to=_waits_for,
    fold=_fold_file_received,
    begins_paper=True,
    writes=Written.HANDED,
    asks=(Ask.FILE,),
    guard=_guard_file_received,
    completed=Completed.ROWS,
    tells=_file_tells,
    unusual=SAME_HAND,
    bounds=(
        bound("/party/birth_date", Fixed(date(1900, 1, 1)), Today(), BORN),
        bound("/minutes_on", LAW, (Today(), At("/transfer_on")), ORDER),
        bound("/transfer_on", LAW, (Today(), At("/received_on")), ORDER),
        bound("/received_on", LAW, Today(), HAPPENED),
        bound("/detected_on", LAW, (Today(), At("/minutes_on")), ORDER),
        bound("/violations/*/ended_on", LAW, (Today(), At("/detected_on")), ORDER),
        bound("/opening/again/day", LAW, Today(), SIGNED),
    ),
)


def _goes_to(facts: Facts, content: case_handed_acts.CaseSentUp) -> CaseState | None:
    """To the chair; inside the force it waits as before."""
    return CaseState.WITH_CHAIR if content.to == "chair" else facts.state


def _fold_case_sent_up(content: case_handed_acts.CaseSentUp, facts: Facts, _event: Event) -> None:
    facts.sent_up = content


def _guard_case_sent_up(
    content: case_handed_acts.CaseSentUp, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse a submission to nobody, or to a chair before the violator was heard."""
    if content.to == "superior":
        return None if context.above else refusal("case_sent_up_unit")
    if content.receiver is None or content.unit_id is not None:
        return refusal("case_sent_up_chair")
    if facts.state != CaseState.DECISION_DUE:
        return not_yet.fault(facts.state, once_due=True)
    if content.sheet is None:
        return refusal("case_sent_up_filed")
    return filed.filed(content.sheet, "known", facts, context.officer_id) or left_open.unentered(
        facts, context
    )


CASE_SENT_UP = Declared(
    wire=CaseAct.CASE_SENT_UP,
    who=Who.WORKER,
    moves=(
        Move({CaseState.DECISION_DUE}, CaseState.WITH_CHAIR),
        Move(UNDECIDED - {CaseState.DECISION_DUE}),
    ),
    leads_to=_goes_to,
    fold=_fold_case_sent_up,
    needs_head=lambda content, _facts, _officer: content.to == "chair",
    asks=(Ask.ABOVE, Ask.SEIZURES_ON_SITE),
    guard=_guard_case_sent_up,
    completed=Completed.RECEIVER,
    details=lambda content, _: {"to": content.to},
    bounds=(bound("/sent_on", (LAW, Told("recorded")), Today(), HAPPENED),),
)


def _ends_as(_facts: Facts, content: case_handed_acts.ChairDecided) -> CaseState | None:
    """As the chair decided; a file that he gives back waits for a decision again.

    If he found signs of a crime it is with the prosecution bodies (Law Art 62.1).
    """
    return {
        "remedies": CaseState.REMEDY_ONLY,
        "none": CaseState.NO_SANCTION,
        "returned": CaseState.DECISION_DUE,
        "referred": CaseState.CRIMINAL_TRANSFER,
    }.get(content.outcome)


_ORDERS = ("sanction", "remedies")


def _fold_chair_decided(content: case_handed_acts.ChairDecided, facts: Facts, event: Event) -> None:
    if content.outcome not in _ORDERS:
        return
    facts.chair = content
    facts.papers[content.document_id] = handed.decision(content, facts, event)
    if content.outcome == "remedies":
        facts.remedy = handed.remedies(content)
        return
    facts.sanction, facts.on_spot = handed.sanction(content, facts), False
    facts.totals.setdefault(content.document_id, []).append(content.total)


def _guard_chair_decided(
    content: case_handed_acts.ChairDecided, facts: Facts, context: GuardContext
) -> Refuse | None:
    if context.received_by is not None:
        return refusal("case_file_taken", number=context.received_by)
    fined = content.outcome == "sanction"
    said = (content.total or content.gain, content.measures or content.confiscated)
    if (content.total and not fined) or (content.outcome not in _ORDERS and any(said)):
        return refusal("case_chair_outcome")
    if content.outcome == "remedies" and not said[1]:
        return refusal("case_chair_outcome")
    if why := handed.decided_before(content, facts) or handed.effect_fault(content):
        return why
    if (content.referred_to is not None) != (content.outcome == "referred"):
        return refusal("case_chair_referred")
    ids = {one.content.exhibit_id for one in facts.undecided}
    if not set(content.confiscated) <= ids:
        return refusal("case_exhibit")
    if alone := filed.filed(content.sheet, content.alone, facts, context.officer_id):
        return alone
    return left_open.unentered(facts, context) if content.outcome in _ORDERS else None


def _chair_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """Tell what one of ours would: his decision ends and begins the same time limits."""
    content = act.content
    day = content.decided_on
    at = act.received_at if day_of(act.received_at) == day else start_of(day)
    kind, details = CaseAct.SANCTION_DECLINED, dict[str, Any]()
    match content.outcome:
        case "returned":
            return []
        case "referred":
            kind = CaseAct.CRIME_REFERRED
        case "sanction":
            so_far.decision, so_far.decided_on = content.document_id, day
            so_far.fine = so_far.total = content.total
            so_far.warning = not (content.total or content.licence_suspended or content.confiscated)
            kind = CaseAct.SANCTION_IMPOSED
            details = {
                "publish": content.publish,
                "licence_suspended": content.licence_suspended,
                "comply_days": content.comply_days,
                "effective_on": (content.effective_on or day).isoformat(),
            }
        case "remedies":
            so_far.decision, so_far.decided_on = content.document_id, day
            kind, details = CaseAct.REMEDY_ORDERED, {"comply_days": content.comply_days}
    return [Fact(act=str(kind), at=at, details=details), *seizures_confiscated(act, so_far)]


CHAIR_DECIDED = Declared(
    wire=CaseAct.CHAIR_DECIDED,
    who=Who.WORKER,
    moves=(Move({CaseState.WITH_CHAIR}, CaseState.SANCTIONED),),
    line={CaseState.WITH_CHAIR: 1},
    leads_to=_ends_as,
    fold=_fold_chair_decided,
    begins_paper=True,
    writes=Written.HANDED,
    asks=(Ask.FILE, Ask.SEIZURES_ON_SITE),
    guard=_guard_chair_decided,
    tells=_chair_tells,
    unusual=SAME_HAND,
    bounds=(
        bound("/decided_on", (LAW, Told("recorded")), Today(), HAPPENED),
        bound("/effective_on", At("/decided_on"), At("/decided_on", 366), SIGNED),
        bound("/comply_days", Fixed(10), Fixed(365), COMPLY),
    ),
)


def _fold_competence_noted(
    content: case_handed_acts.CompetenceNoted, facts: Facts, event: Event
) -> None:
    facts.others = (content, day_of(event.received_at))


def _guard_competence_noted(
    content: case_handed_acts.CompetenceNoted, facts: Facts, _context: GuardContext
) -> Refuse | None:
    """Refuse a note that changes nothing, or names a sheet that is not filed."""
    told = (content.several_bodies, content.taken_by)
    before = facts.others[0] if facts.others else None
    if told == ((before.several_bodies, before.taken_by) if before else (False, None)):
        return refusal("case_competence_same")
    known = content.sheet is None or any(one.first == content.sheet for one in facts.folio)
    return None if known else refusal("case_sheet_unknown", sheet=content.sheet)


def _takes_back(content: case_handed_acts.CompetenceNoted, facts: Facts, officer_id: UUID) -> bool:
    """Tell whether it takes another officer's note back: signing is possible again by that."""
    last = facts.last(CaseAct.COMPETENCE_NOTED)
    if last is None or last.officer_id == officer_id:
        return False
    several = last.content.several_bodies and not content.several_bodies
    return several or (last.content.taken_by is not None and content.taken_by is None)


COMPETENCE_NOTED = Declared(
    wire=CaseAct.COMPETENCE_NOTED,
    who=Who.WORKER,
    needs_head=_takes_back,
    moves=(Move(AT_INSPECTION | UNDECIDED),),
    fold=_fold_competence_noted,
    guard=_guard_competence_noted,
)

ALL = (
    FILE_RECEIVED,
    CASE_SENT_UP,
    CHAIR_DECIDED,
    COMPETENCE_NOTED,
)
"""In the order of the enumeration of acts."""
