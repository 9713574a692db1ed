"""What guards ask of violation minutes: who the violator is, and the use of the right to explain.

Pure.
"""

from uuid import UUID

from backend.casework.rules import signed
from backend.casework.rules.facts import Event, Facts, Paper
from backend.casework.rules.guard_context import Contradiction, GuardContext
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct, DocumentState, ExplanationMode
from schemas.core.problems import Text


def differs(found: Contradiction) -> Refuse:
    """Return the refusal of an act that contradicts a signed paper, with both values."""
    return refusal("case_differs_from_paper", found.where, paper=found.paper, typed=found.typed)


def why_heard(context: GuardContext) -> Text:
    """Return the first reason for the right to explain, with its article."""
    if context.hearing is None or not context.hearing.reasons:
        return Text(vi="biên bản đã ghi quyền giải trình", en="the minutes grant it")
    first = context.hearing.reasons[0]
    return Text(vi=f"{first.text.vi} ({first.article})", en=f"{first.text.en} ({first.article})")


def denial_fault(said: str | None, *, provided: bool, why: Text) -> Refuse | None:
    """Refuse minutes that deny a right to explain that the law gives: they are void.

    `said` is what they say of it, `why` what gives it (Law Art 61.1; Decree 118/2021 Arts 12.4.i,
    13.1.c).
    """
    return refusal("case_minutes_deny", why) if said == "none" and provided else None


def may_explain(facts: Facts, context: GuardContext) -> bool:
    """Tell whether the minutes grant the right to explain, or the decree gives it."""
    provided = context.hearing is not None and context.hearing.exists
    return facts.recorded is not None and (facts.recorded.explanation_right or provided)


def right_as_provided(
    content: case_acts.ViolationRecorded, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse a right to explain that neither decree nor minutes give, or the denial of one that they give.

    Minutes that deny a right of the law are void, until verification minutes say it (Law Arts 58.8,
    61.1; Decree 118/2021 Arts 12.4.i, 13.1.c).
    """
    said = facts.papers[content.document_id].fields.get("explanation")
    granted = said == "yes"
    provided = context.hearing is not None and context.hearing.exists
    spoken = spoken_of(facts, content.document_id)
    if denied := denial_fault(said, provided=provided and not spoken, why=why_heard(context)):
        return denied
    if content.explanation_right == (provided or granted):
        return None
    if content.explanation_right:
        return refusal("case_no_explanation_right")
    return refusal("case_hearing_due", why_heard(context))


def heard(facts: Facts) -> bool:
    """Tell whether the violator explained, or did not use the right, since the recording (L 61).

    A file from a prosecution body has no minutes that could give time to explain (Law Arts 56, 63).
    """
    prosecuted = facts.received is not None and facts.received.source == "prosecution"
    if facts.recorded_in is None or prosecuted:
        return True
    said = last_said(facts)
    return said is not None and said.number != facts.asked_in


def last_said(facts: Facts) -> Event | None:
    """Return the newest act about the explanation since the violation was recorded."""
    since = _since(facts)
    return next((one for one in reversed(facts.explaining) if one.number > since), None)


def said_in_time(facts: Facts) -> bool:
    """Tell whether the violator asked, explained or waived in time since the violation was recorded.

    A late request after that takes nothing of it back.
    """
    said = (one for one in facts.explaining if one.number > _since(facts))
    return any(getattr(one.content, "despite", None) is None for one in said)


def hearing_asked(facts: Facts) -> bool:
    """Tell whether the violator asked for a hearing in time and has neither explained nor waived it since.

    A request in writing after that takes the hearing from nobody; one for a hearing that came late binds nobody
    to wait for it (Law Art 61.3).
    """
    asked = False
    for one in facts.explaining:
        if one.number <= _since(facts):
            continue
        said = one.content
        requested = isinstance(said, case_acts.ExplanationRequested)
        in_time = requested and said.mode == ExplanationMode.DIRECT and said.despite is None
        asked = requested and (asked or in_time)
    return asked


def _since(facts: Facts) -> int:
    """Return the number of the act from which explanations count.

    A wrongly recorded violator spoke only for themselves.
    """
    return max(facts.recorded_in or 0, facts.righted or 0)


def once_waived(facts: Facts) -> bool:
    """Tell whether a waiver was entered since the violation was recorded: it ended the clocks."""
    return facts.recorded is not None and (facts.waived_in or 0) > _since(facts)


def without_clock(facts: Facts, *, granted: bool) -> bool:
    """Tell whether no clock runs for the explanation.

    The minutes denied it (not `granted`), a waiver ended it, or another violator explains.
    """
    return not granted or once_waived(facts) or facts.righted is not None


def waived(facts: Facts) -> bool:
    """Tell whether the last entry is a waiver, which the violator can withdraw in time."""
    last = last_said(facts)
    return last is not None and last.number == facts.waived_in and last.content.how == "declared"


def destroyed_since_waiver(facts: Facts) -> bool:
    """Tell whether goods that cannot wait were destroyed after the waiver (Decree 118/2021 Art 17.2)."""
    return any(
        one.type == CaseAct.EXHIBITS_DESTROYED and one.number > (facts.waived_in or 0)
        for one in facts.events
    )


def withdrawal_fault(*, gone: bool) -> Refuse | None:
    """Refuse to withdraw a waiver once goods had to be destroyed at once (Decree 118/2021 Art 17.2)."""
    return refusal("case_waiver_stands") if gone else None


def own_writing(sheet: int, facts: Facts, context: GuardContext) -> Refuse | None:
    """Refuse unless another officer filed a paper made elsewhere under this sheet number.

    Two officers are needed: otherwise one could write for the party, file it, and so take the right
    to explain away. A whole file from another body is no such paper: who took it in read nothing of
    it as the party's own writing.
    """
    found = next((one for one in facts.folio if one.first == sheet), None)
    if found is None or found.document_id is not None:
        return refusal("case_sheet_unknown", sheet=sheet)
    filed = next((one for one in facts.events if one.act_id == found.act_id), None)
    if filed is None or filed.officer_id == context.officer_id:
        return refusal("case_sheet_own", sheet=sheet)
    return refusal("case_sheet_whole_file", sheet=sheet) if whole_file(filed) else None


def whole_file(filed: Event) -> bool:
    """Tell whether sheets are those of the file that another body handed over, not of one paper."""
    return filed.type == CaseAct.FILE_RECEIVED


def against_nobody(facts: Facts) -> bool:
    """Tell whether the recorded minutes do not know the violator."""
    paper = minutes(facts)
    return paper is not None and signed.unknown(paper.fields)


def named_later(facts: Facts) -> Paper | None:
    """Return the newest minutes in force that name a violator whom the recorded ones did not know.

    None in all other cases.
    """
    if not against_nobody(facts):
        return None
    named = (
        one
        for one in reversed(facts.papers.values())
        if one.stands and one.form in ("MBB01", "MBB05") and not signed.unknown(one.fields)
    )
    return next(named, None)


def spoken_of(facts: Facts, minutes_id: UUID) -> bool:
    """Tell whether verification minutes in force say what is wrong in these minutes (Law Art 58.8)."""
    number = facts.papers[minutes_id].number
    return any(
        one.form == "MBB05" and one.stands and one.fields.get("violation_minutes_number") == number
        for one in facts.papers.values()
    )


def proof_of_ground(facts: Facts, signer: UUID | None) -> UUID | None:
    """Return the newest proof of a ground for no fine, or None.

    A proof is minutes of verification (MBB05), or the act that filed a paper made elsewhere after
    the violation was recorded. It must be by another than the decision's signer.
    """
    return next(reversed(proofs_of_ground(facts, signer)), None)


def proofs_of_ground(facts: Facts, signer: UUID | None) -> list[UUID]:
    """List all such proofs, papers first."""
    papers = [
        one.id
        for one in facts.papers.values()
        if one.form == "MBB05" and one.stands and one.issued_by != signer
    ]
    elsewhere = {one.act_id for one in facts.folio if one.document_id is None}
    filed = [
        one.act_id
        for one in facts.events
        if one.act_id in elsewhere
        and one.officer_id != signer
        and facts.recorded_in is not None
        and one.number > facts.recorded_in
    ]
    return papers + filed


def minutes_made(facts: Facts) -> bool:
    """Tell whether violation minutes of the case have a number and were not taken back."""
    gone = (DocumentState.CANCELLED, DocumentState.REPLACED)
    return any(
        one.form == "MBB01" and one.number is not None and one.state not in gone
        for one in facts.papers.values()
    )


def minutes(facts: Facts) -> Paper | None:
    """Return the recorded minutes."""
    return facts.papers.get(facts.recorded.document_id) if facts.recorded else None
