"""What guards ask of violation minutes: recorded as signed, with the right to explain as the decree gives it.

Pure; registered beside the guards of exhibits and papers.
"""

from datetime import date, timedelta
from uuid import UUID

from backend import formats
from backend.cases import second, signed
from backend.cases.changing import only_remedies, stands
from backend.cases.contradictions import folded
from backend.cases.facts import Event, Facts, Paper
from backend.cases.needed_papers import forms as forms_of
from backend.cases.side_guards import side_guard
from backend.cases.texts import not_now, refusal
from backend.cases.world import Contradiction, InspectionSeen, World
from backend.deadlines.rules import day_of
from backend.ledger.books import Refuse
from schemas import case_acts as a
from schemas.case_words import CaseAct, CaseState, DocumentState
from schemas.problems import Text
from schemas.vocabulary import SubjectKind


def differs(found: Contradiction) -> Refuse:
    """The refusal of an act that says otherwise than what was signed, with both values."""
    return refusal("case_differs_from_paper", found.where, paper=found.paper, typed=found.typed)


def right_as_provided(content: a.ViolationRecorded, facts: Facts, world: World) -> Refuse | None:
    """The right to explain is the decree's to give, not the officer's; minutes that grant it to the violator bind."""
    granted = facts.papers[content.document_id].fields.get("explanation") == "yes"
    provided = world.hearing is not None and world.hearing.exists
    if content.explanation_right == (provided or granted):
        return None
    if content.explanation_right:
        return refusal("case_no_explanation_right")
    return refusal("case_hearing_due", why_heard(world))


def why_heard(world: World) -> Text:
    """The first reason for the right to explain, with its article."""
    if world.hearing is None or not world.hearing.reasons:
        return Text(vi="biên bản đã ghi quyền giải trình", en="the minutes grant it")
    first = world.hearing.reasons[0]
    return Text(vi=f"{first.text.vi} ({first.article})", en=f"{first.text.en} ({first.article})")


def may_explain(facts: Facts, world: World) -> bool:
    """Whether the minutes grant the right to explain, or the decree gives it."""
    provided = world.hearing is not None and world.hearing.exists
    return facts.recorded is not None and (facts.recorded.explanation_right or provided)


def heard(facts: Facts) -> bool:
    """Whether the violator explained, or did not use his right, since the violation was recorded (L 61)."""
    if facts.last(CaseAct.VIOLATION_RECORDED) is None:
        return True
    said = _last_said(facts)
    return said is not None and said.type != CaseAct.EXPLANATION_REQUESTED


_OF_EXPLAINING = (
    *(CaseAct.EXPLANATION_REQUESTED, CaseAct.EXPLANATION_RECEIVED),
    CaseAct.EXPLANATION_WAIVED,
)


def _last_said(facts: Facts) -> Event | None:
    """The newest act about the explanation since the violation was recorded."""
    since = _since(facts)
    found = (one for one in reversed(facts.events) if one.type in _OF_EXPLAINING)
    return next((one for one in found if one.number > since), None)


def _since(facts: Facts) -> int:
    """Number of the act since which the violator explains himself: a wrongly recorded one spoke for himself alone."""
    recorded = facts.last(CaseAct.VIOLATION_RECORDED)
    return max(recorded.number if recorded else 0, facts.righted or 0)


def once_waived(facts: Facts) -> bool:
    """Whether a waiver was entered since the violation was recorded: it ended the clocks of the explanation."""
    last = facts.last(CaseAct.EXPLANATION_WAIVED)
    return facts.recorded is not None and last is not None and last.number > _since(facts)


def without_clock(facts: Facts, recorded: a.ViolationRecorded) -> bool:
    """Whether no clock runs for the explanation: the minutes denied it, a waiver ended it, or another explains."""
    return not recorded.explanation_right or once_waived(facts) or facts.righted is not None


def waived(facts: Facts) -> bool:
    """Whether what was entered last is that the violator does not ask to explain: he may take it back in time."""
    last = _last_said(facts)
    return (
        last is not None
        and isinstance(last.content, a.ExplanationWaived)
        and last.content.how == "declared"
    )


def declared(content: a.ExplanationWaived, facts: Facts, world: World) -> Refuse | None:
    """None where the violation minutes say that the violator does not ask to explain, or his own writing is filed."""
    paper = None if facts.righted else _minutes(facts)
    if paper is not None and paper.fields.get("explanation_waived") is True:
        return None
    if content.sheet is None:
        return refusal("case_waiver_unproved")
    return own_writing(content.sheet, facts, world)


def own_writing(sheet: int, facts: Facts, world: World) -> Refuse | None:
    """None where a paper made elsewhere was filed under this sheet number by another officer than who acts.

    Two hands: nobody writes for the party, files it and takes the right to explain away with it.
    """
    found = next((one for one in facts.sheets if one.first == sheet), None)
    if found is None or found.document_id is not None:
        return refusal("case_sheet_unknown", sheet=sheet)
    filed = next((one for one in facts.events if one.act_id == found.act_id), None)
    if filed is None or filed.officer_id == world.officer_id:
        return refusal("case_sheet_own", sheet=sheet)
    return None


def explained(content: a.ExplanationReceived, facts: Facts, world: World) -> Refuse | None:
    """None where the hearing's minutes or the party's writing bear the explanation, or time to give one is over."""
    if content.document_id is not None:
        if missing := stands(facts, content.document_id, *forms_of(CaseAct.EXPLANATION_RECEIVED)):
            return missing
        minutes, hearing = _minutes(facts), facts.papers[content.document_id]
        if minutes and hearing.fields.get("violation_minutes_number") != minutes.number:
            return refusal("case_hearing_other", number=minutes.number or "")
        return None
    if content.sheet is not None:
        return own_writing(content.sheet, facts, world)
    return None if _explain_over(world) else refusal("case_explanation_unproved")


def _explain_over(world: World) -> bool:
    """Whether the time to explain is over, by the day of the minutes and by that of their signature."""
    return (world.over("D09") or world.hearing_over) and not world.minutes_fresh


def beside_another_case(content: a.CaseOpened, seen: InspectionSeen, world: World) -> Refuse | None:
    """A further case of an inspection is against a further violator, with the reason (Decree 118/2021 Art 12.3)."""
    if world.same_violator is not None:
        return refusal("case_inspection_taken", number=world.same_violator)
    if seen.other_case is not None and content.another_party is None:
        return refusal("case_second_violator", number=seen.other_case)
    return None


def minuted_another(content: a.ViolationRecorded, facts: Facts) -> Refuse | None:
    """Minutes against another than whom the case was opened against say why: a straw man answers for nobody."""
    known, said = facts.party, content.party
    nobody = signed.unknown(facts.papers[content.document_id].fields)
    if known is None or nobody or content.another_party is not None:
        return None
    names = {folded(one) for one in (known.name, known.trade_name, known.representative) if one}
    same = folded(said.name) in names or any(
        getattr(said, one) is not None and getattr(said, one) == getattr(known, one)
        for one in ("subject_id", "tax_code", "identity_number")
    )
    return None if same else refusal("case_party_other", name=known.name)


def against_another(content: a.CaseOpened, seen: InspectionSeen) -> Refuse | None:
    """A case against another than who was inspected says why: known by a number, by name, or, of a household, by who
    represents it (the owner is the violator, not the shop).
    """
    inspected, party = seen.subject, content.party
    if inspected is None or content.another_party is not None:
        return None
    names = {folded(inspected.name)}
    if inspected.kind == SubjectKind.HOUSEHOLD and inspected.representative:
        names.add(folded(inspected.representative))
    same = (
        folded(party.name) in names
        or (party.subject_id is not None and party.subject_id == inspected.subject_id)
        or (party.tax_code and party.tax_code == inspected.tax_code)
    )
    return None if same else refusal("case_another_party", name=inspected.name)


def against_nobody(facts: Facts) -> bool:
    """Whether the recorded minutes do not know who did it."""
    paper = _minutes(facts)
    return paper is not None and signed.unknown(paper.fields)


def named_later(facts: Facts) -> Paper | None:
    """The newest standing minutes that name the violator whom the recorded ones did not know; None for all others."""
    if not against_nobody(facts):
        return None
    named = (
        one
        for one in reversed(facts.papers.values())
        if one.stands and one.form in ("MBB01", "MBB05") and not signed.unknown(one.fields)
    )
    return next(named, None)


def proof_of_ground(facts: Facts, signer: UUID | None) -> UUID | None:
    """The newest proof of a ground for no fine by another than who signs the decision: minutes of verification
    (MBB05), or the act that filed a paper made elsewhere after the violation was recorded. None where there is none.
    """
    return next(reversed(proofs_of_ground(facts, signer)), None)


def proofs_of_ground(facts: Facts, signer: UUID | None) -> list[UUID]:
    """All such proofs, papers first."""
    papers = [
        one.id
        for one in facts.papers.values()
        if one.form == "MBB05" and one.stands and one.issued_by != signer
    ]
    last = facts.last(CaseAct.VIOLATION_RECORDED)
    filed = [
        one.act_id
        for one in facts.events
        if one.type == CaseAct.SHEETS_FILED
        and one.content.document_id is None
        and one.officer_id != signer
        and last is not None
        and one.number > last.number
    ]
    return papers + filed


def no_fine_fault(content: a.RemedyOrdered, facts: Facts) -> Refuse | None:
    """Why a violator who is known and alive, in time, is fined all the same (Law Art 65.1)."""
    if content.why == "violator_unknown":
        known = not against_nobody(facts) or named_later(facts) is not None
        return (
            refusal("case_remedy_known", name=facts.party.name if facts.party else "?")
            if known
            else None
        )
    if content.why not in ("violator_dead", "other") or only_remedies(facts):
        return None
    signer = facts.papers[content.document_id].issued_by
    proved = content.ground_proof in proofs_of_ground(facts, signer)
    return None if proved else refusal("case_remedy_unproved")


def minutes_made(facts: Facts) -> bool:
    """Whether violation minutes of the case have a number and were not taken back."""
    gone = (DocumentState.CANCELLED, DocumentState.REPLACED)
    return any(
        one.form == "MBB01" and one.number is not None and one.state not in gone
        for one in facts.papers.values()
    )


def _minutes(facts: Facts) -> Paper | None:
    return facts.papers.get(facts.recorded.document_id) if facts.recorded else None


@side_guard.register
def _(content: a.ViolationRecorded, facts: Facts, world: World) -> Refuse | None:
    if missing := stands(facts, content.document_id, *forms_of(CaseAct.VIOLATION_RECORDED)):
        return missing
    if content.recorded_at > world.now or content.detected_on > world.today:
        return refusal(
            "case_dates", Text(vi="biên bản lập sau bây giờ", en="minutes from the future")
        )
    alone = (content.document_id, world.minutes_on_site, world.officer_id)
    if left_out := second.unrecorded(facts, *alone):
        return left_out
    if world.differs:
        return differs(world.differs)
    if not world.versions_stand:
        return refusal("case_catalogue_version")
    grounds = (content.complex_serious, content.complex_facts, content.complex_time)
    if content.complex and not all(grounds):
        return refusal("case_complex_grounds")
    return minuted_another(content, facts) or right_as_provided(content, facts, world)


@side_guard.register
def _(content: a.ExplanationRequested, facts: Facts, world: World) -> Refuse | None:
    if not may_explain(facts, world):
        return refusal("case_no_explanation_right")
    if late := _too_late(facts, world) or _brings_back(facts, world):
        return late
    asked_on, recorded = day_of(content.requested_at), facts.recorded
    began = day_of(recorded.recorded_at) if recorded else asked_on
    if asked_on < world.today and not _wrote(facts, world, began, asked_on):
        return refusal("case_request_unproved")
    rule = "D08" if content.mode == "direct" else "D09"
    asked_late = rule in world.due and content.requested_at >= world.due[rule]
    if asked_late and not world.minutes_fresh:
        return refusal("case_explanation_late")
    return None


def _brings_back(facts: Facts, world: World, hearing: UUID | None = None) -> Refuse | None:
    """Once the time to explain or to decide is over, no officer's word that the violator had asked makes the time to
    decide a month: his own writing of those days lies in the file, by another hand, or `hearing` are minutes (MBB03)
    of those days (Law Arts 61, 66.1.b; Decree 118/2021 Art 17.1).
    """
    over = world.over("D12") or world.over("D09") or world.hearing_over
    if facts.recorded is None or _last_said(facts) is not None or not over or world.minutes_fresh:
        return None
    began = day_of(facts.recorded.recorded_at)
    last = day_of(world.due.get("D09", world.due.get("D12", world.now)) - timedelta(microseconds=1))
    held = facts.papers.get(hearing) if hearing else None
    if held and held.form == "MBB03" and held.issued_on and began <= held.issued_on <= last:
        return None
    return None if _wrote(facts, world, began, last) else refusal("case_explanation_after")


def _wrote(facts: Facts, world: World, began: date, last: date) -> bool:
    """Whether a paper made elsewhere, of these days, was filed by another officer than who acts."""
    by = {one.act_id: one.officer_id for one in facts.events}
    return any(
        one.document_id is None
        and one.issued_on is not None
        and began <= one.issued_on <= last
        and by.get(one.act_id) != world.officer_id
        for one in facts.sheets
    )


def _too_late(facts: Facts, world: World, *, again: bool = True) -> Refuse | None:
    """Where the decision is due, what was said of the explanation stands: but where a detour led past it, or where the
    violator takes his waiver back in time (`again`; Decree 118/2021 Art 17.2).
    """
    if facts.state != CaseState.DECISION_DUE or not heard(facts):
        return None
    if again and waived(facts):
        late = world.withdrawal_over and not world.minutes_fresh
        return refusal("case_explanation_late") if late else None
    return not_now(facts.state)


@side_guard.register
def _(content: a.ExplanationReceived, facts: Facts, world: World) -> Refuse | None:
    if late := _too_late(facts, world) or _brings_back(facts, world, content.document_id):
        return late
    if not may_explain(facts, world):
        return refusal("case_no_explanation_right")
    return explained(content, facts, world)


@side_guard.register
def _(content: a.ExplanationWaived, facts: Facts, world: World) -> Refuse | None:
    if late := _too_late(facts, world, again=False):
        return late
    right = may_explain(facts, world)
    if content.how == "no_right":
        return refusal("case_hearing_due", why_heard(world)) if right else None
    if content.how == "time_over" and right:
        return _ran_out(content, facts, world)
    return declared(content, facts, world) if content.how == "declared" else None


def _ran_out(content: a.ExplanationWaived, facts: Facts, world: World) -> Refuse | None:
    """None where the violator let the time to explain pass. Who asked for a hearing is heard, unless his own word or
    the minutes that he did not come lie in the file (Art 61.3).
    """
    if not (world.over("D09") or world.hearing_over):
        return refusal("case_explanation_right")
    if content.sheet is not None:
        return own_writing(content.sheet, facts, world)
    said = _last_said(facts)
    if said and isinstance(said.content, a.ExplanationRequested) and said.content.mode == "direct":
        return refusal("case_hearing_asked")
    # Written by hand on the spot and entered later: the sheet that was handed over then lies in the file.
    return _fresh(facts) if world.minutes_fresh else None


def _fresh(facts: Facts) -> Refuse:
    paper = _minutes(facts)
    day = formats.day(paper.issued_on) if paper and paper.issued_on else "?"
    return refusal("case_minutes_fresh", day=day)


@side_guard.register
def _(content: a.CrimeDeclined, facts: Facts, world: World) -> Refuse | None:
    """Their decision and the file are in the case (Law Art 63): the word of who decides gives himself no new time."""
    referred = facts.last(CaseAct.CRIME_REFERRED)
    if content.returned_on > world.today or (
        referred and content.returned_on < day_of(referred.received_at)
    ):
        return refusal("case_dates", Text(vi="ngày trả hồ sơ", en="the day of the return"))
    filed = any(
        one.type == CaseAct.SHEETS_FILED
        and one.content.document_id is None
        and one.officer_id != world.officer_id
        and referred is not None
        and one.number > referred.number
        for one in facts.events
    )
    return None if filed else refusal("case_return_filed")
