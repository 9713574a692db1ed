"""What a request to explain and an explanation need: in time, or late with a reason. Pure.

The lengths of the time to ask (2 and 5 working days, Law Art 61.2 and 61.3) are read in restatement
alone, so a late request warns (practice B8). The violator is heard then, but what came late does not
lengthen the time to decide, which is a month only where explanation was asked for in time
(Art 66.1.b): otherwise an officer could give himself more time.
"""

from datetime import date, timedelta
from uuid import UUID

from backend.casework.rules import recording, warning
from backend.casework.rules.document_guards import stands
from backend.casework.rules.facts import Facts, Paper
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.handed import WORKING_MINUTES
from backend.casework.texts.cases import not_now, refusal
from backend.core.local_time import day_of
from backend.ledger.handlers import Refuse
from schemas.casework.acts.proceedings import ExplanationReceived, ExplanationRequested
from schemas.casework.words import ByHand, CaseState, ExhibitState


def unasked(facts: Facts, context: GuardContext, *, again: bool = True) -> Refuse | None:
    """Refuse a change of the explanation once the decision is due, except after a detour that skipped it.

    With `again` the violator may still withdraw a waiver in time, no later (Decree 118/2021 Art 17.2), and is heard
    if what they wrote in time came only after it was noted that they wrote nothing (Law Art 61.2).
    """
    if facts.state != CaseState.DECISION_DUE or not recording.heard(facts):
        return None
    if again and recording.waived(facts):
        if recording.destroyed_since_waiver(facts):
            return refusal("case_waiver_destroyed")
        late = context.withdrawal_over and not context.minutes_fresh
        gone = any(one.state == ExhibitState.DESTROYED for one in facts.exhibits.values())
        return refusal("case_explanation_late") if late else recording.withdrawal_fault(gone=gone)
    return None if again and _came_after(facts, context) else not_now(facts.state)


def request_fault(
    content: ExplanationRequested, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse a request that nothing proves, or that comes late without a reason.

    A request is in writing, and makes the time to decide a month (Law Arts 61.2, 61.3, 66.1.b). It is proved by
    the violator's writing that another officer filed, or by another's working minutes (MBB02). Before it is
    filed, on the very day, one officer's word is enough with a reason, which is listed (PRACTICE B6).
    """
    asked_on, recorded = day_of(content.requested_at), facts.recorded
    began = day_of(recorded.recorded_at) if recorded else asked_on
    late = _asked_late(content, context)
    if not late and (unproved := _brings_back(facts, context)):
        return unproved
    proved = _wrote(facts, context, began, asked_on)
    if (late or asked_on < context.today) and not proved:
        return refusal("case_request_unproved")
    proved = proved or _minuted(content.document_id, facts, context, began)
    if not proved and content.alone is None:
        return refusal("case_request_alone")
    return _late_fault(content.despite, late=late)


def receipt_fault(
    content: ExplanationReceived, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse an explanation that nothing proves, or that comes late without a reason.

    The proof is the hearing's minutes or the party's own writing. An explanation that was asked for in
    time and is overdue needs none. Where nobody asked, the explanation makes the time to decide a month as a
    request does (Law Art 66.1.b), so minutes of the officer's own hand need a reason, which is listed.
    """
    late = _brings_back(facts, context, content.document_id) is not None
    if content.document_id is not None:
        if unheard := _heard_elsewhere(content.document_id, facts):
            return unheard
        if content.alone is None and _by_one_hand(
            facts.papers[content.document_id], facts, context
        ):
            return refusal("case_hearing_alone")
    elif content.sheet is not None:
        if foreign := recording.own_writing(content.sheet, facts, context):
            return foreign
    elif late:
        return refusal("case_explanation_after")
    elif not over(context):
        return refusal("case_explanation_unproved")
    return _late_fault(content.despite, late=late)


def over(context: GuardContext) -> bool:
    """Tell whether the time to explain is over, by the minutes' day and by their signature's."""
    return (context.over("D09") or context.hearing_over) and not context.minutes_fresh


def _late_fault(despite: str | None, *, late: bool) -> Refuse | None:
    if not late:
        return refusal("case_not_late") if despite is not None else None
    return warning.unless(despite, warning.EXPLANATION_LATE)


def _asked_late(content: ExplanationRequested, context: GuardContext) -> bool:
    rule = "D08" if content.mode == "direct" else "D09"
    late = rule in context.due and content.requested_at >= context.due[rule]
    # Where minutes denied the right no clock says what is late; the officer does.
    said = context.hearing_over and content.despite is not None
    return (late or said) and not context.minutes_fresh


def _heard_elsewhere(document_id: UUID, facts: Facts) -> Refuse | None:
    """Refuse minutes of a hearing that are not in force, or are of other violation minutes."""
    if missing := stands(facts, document_id, "MBB03"):
        return missing
    minutes, hearing = recording.minutes(facts), facts.papers[document_id]
    if minutes and hearing.fields.get("violation_minutes_number") != minutes.number:
        return refusal("case_hearing_other", number=minutes.number or "")
    return None


def _by_one_hand(hearing: Paper, facts: Facts, context: GuardContext) -> bool:
    """Tell whether nobody asked to explain, and none but this officer saw the minutes of the hearing.

    Who compared their scan saw the violator's hand on them.
    """
    own = hearing.issued_by == context.officer_id and hearing.hand != ByHand.COMPARED
    return own and not recording.said_in_time(facts)


def _brings_back(facts: Facts, context: GuardContext, hearing: UUID | None = None) -> Refuse | None:
    """Refuse a request or explanation entered late without proof that the violator asked in time.

    Once the time to explain or to decide is over, no officer's word alone extends the time to decide to a
    month. The proof is the violator's own writing of those days, filed by another officer, or minutes of the
    hearing of those days (`hearing`, MBB03) (Law Arts 61, 66.1.b; Decree 118/2021 Art 17.1). A request
    that came late itself asks for nothing in time.
    """
    gone = context.over("D12") or context.over("D09") or context.hearing_over
    in_time = recording.said_in_time(facts)
    if facts.recorded is None or in_time or not gone or context.minutes_fresh:
        return None
    began, last = day_of(facts.recorded.recorded_at), _last_day(context)
    held = facts.papers.get(hearing) if hearing else None
    if held and held.form == "MBB03" and held.issued_on and began <= held.issued_on <= last:
        return None
    return None if _wrote(facts, context, began, last) else refusal("case_explanation_after")


def _last_day(context: GuardContext) -> date:
    """Return the last day of the time to explain; where no clock runs, of the time to decide."""
    over_at = context.due.get("D09", context.due.get("D12", context.now))
    return day_of(over_at - timedelta(microseconds=1))


def _came_after(facts: Facts, context: GuardContext) -> bool:
    """Tell whether a paper of the time to explain was filed after it was noted that nobody explained."""
    noted = recording.last_said(facts)
    if facts.recorded is None or noted is None or noted.number != facts.waived_in:
        return False
    if noted.content.how != "time_over":
        return False
    began, since = day_of(facts.recorded.recorded_at), noted.number
    return _wrote(facts, context, began, _last_day(context), since=since)


def _minuted(document_id: UUID | None, facts: Facts, context: GuardContext, began: date) -> bool:
    """Tell whether another officer's working minutes note it, since the violation minutes."""
    paper = facts.papers.get(document_id) if document_id else None
    return (
        paper is not None
        and paper.form == WORKING_MINUTES
        and paper.stands
        and paper.issued_on is not None
        and paper.issued_on >= began
        and paper.issued_by != context.officer_id
    )


def _wrote(facts: Facts, context: GuardContext, began: date, last: date, *, since: int = 0) -> bool:
    """Tell whether another officer filed a paper made elsewhere, of these days, after the act `since`.

    The file that another body handed over is none: its day is that of its transfer.
    """
    by = {one.act_id: one for one in facts.events}
    return any(
        one.document_id is None
        and one.issued_on is not None
        and began <= one.issued_on <= last
        and by[one.act_id].officer_id != context.officer_id
        and not recording.whole_file(by[one.act_id])
        and by[one.act_id].number > since
        for one in facts.folio
    )
