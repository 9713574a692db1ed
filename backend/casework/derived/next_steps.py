"""What to do next in a case: the steps of its main line, everything else that this reader may do, and which paper each
waits for. Pure.

The table (states.py) and the reader's rights have said already what is possible. What this very case has nothing for is
left out here. The guards speak when he does it.
"""

from datetime import date

from backend.casework.derived import adopting, needed_papers
from backend.casework.derived.states import EXECUTION
from backend.casework.rules import papers_in_force
from schemas.casework.next_steps import (
    MinutesDue,
    NextStep,
    NextSteps,
    OpenDraft,
    PaperOnSite,
    Withheld,
)
from schemas.casework.views import CaseView, StoryLine
from schemas.casework.words import CaseAct as A
from schemas.casework.words import CaseState as S
from schemas.core.problems import Text
from schemas.fieldwork.inspections import FieldDocumentView

MAIN: dict[S, tuple[A, ...]] = {
    S.INFO_RECEIVED: (
        A.VERIFICATION_ASSIGNED,
        A.INSPECTION_PROPOSED,
        A.INFORMATION_FORWARDED,
        A.CASE_CLOSED,
    ),
    S.INFO_VERIFYING: (A.INSPECTION_PROPOSED, A.CASE_CLOSED, A.INFORMATION_FORWARDED),
    S.PLANNED: (A.DECISION_LINKED, A.CASE_CLOSED),
    S.PROPOSED: (A.ADHOC_PLAN_ISSUED, A.DECISION_LINKED, A.PROPOSAL_REJECTED),
    S.PLAN_READY: (A.DECISION_LINKED,),
    S.DECIDED: (A.DECISION_EXPIRED,),
    S.NOT_EXECUTED: (A.DECISION_LINKED, A.CASE_CLOSED),
    S.INSPECTING: (A.SANCTION_IMPOSED_ON_SPOT, A.EXHIBITS_SEIZED),
    S.INSPECTED: (A.VIOLATION_RECORDED, A.EXHIBITS_SEIZED, A.VERIFICATION_ORDERED, A.CASE_CLOSED),
    S.VERIFYING: (A.VIOLATION_RECORDED, A.CASE_CLOSED),
    S.VIOLATION_RECORDED: (A.EXPLANATION_REQUESTED, A.EXPLANATION_RECEIVED, A.EXPLANATION_WAIVED),
    S.AWAIT_EXPLANATION: (A.EXPLANATION_RECEIVED, A.EXPLANATION_WAIVED),
    S.DECISION_DUE: (A.SANCTION_IMPOSED, A.REMEDY_ORDERED, A.SANCTION_DECLINED),
    S.ONSPOT_SANCTIONED: (A.DECISION_DELIVERED, A.PAYMENT_RECEIVED),
    S.SANCTIONED: (A.DECISION_DELIVERED, A.SANCTION_PUBLISHED),
    S.REMEDY_ONLY: (A.DECISION_DELIVERED,),
    S.DELIVERED: (A.PAYMENT_RECEIVED, A.REMEDY_CARRIED_OUT, A.EXECUTION_COMPLETED),
    S.POSTPONED: (A.EXECUTION_RESUMED, A.PAYMENT_RECEIVED, A.EXECUTION_COMPLETED),
    S.INSTALMENT: (A.PAYMENT_RECEIVED, A.ENFORCEMENT_ORDERED, A.EXECUTION_COMPLETED),
    S.EXECUTING: (
        A.PAYMENT_RECEIVED,
        A.REMEDY_CARRIED_OUT,
        A.EXECUTION_COMPLETED,
        A.ENFORCEMENT_ORDERED,
    ),
    S.ENFORCING: (A.PAYMENT_RECEIVED, A.REMEDY_CARRIED_OUT, A.EXECUTION_COMPLETED),
    S.SUSPENDED: (A.EXECUTION_RESUMED,),
    S.EXECUTED: (A.EXHIBITS_DISPOSED, A.EXHIBITS_DESTROYED, A.CASE_ARCHIVED),
    S.LAPSED: (A.REMEDY_CARRIED_OUT, A.EXHIBITS_DISPOSED, A.EXHIBITS_DESTROYED, A.CASE_ARCHIVED),
    S.ANNULLED: (A.DECISION_DUE_AGAIN, A.EXHIBITS_DISPOSED, A.CASE_ARCHIVED),
    S.NO_SANCTION: (A.EXHIBITS_DISPOSED, A.CASE_ARCHIVED),
    S.TRANSFERRED: (A.EXHIBITS_DISPOSED, A.CASE_ARCHIVED),
    S.CRIMINAL_TRANSFER: (A.CRIME_DECLINED, A.CASE_ARCHIVED),
    S.ARCHIVED: (A.CASE_REOPENED, A.CASE_REOPENING_ASKED),
}
"""The main line, most likely first; a closed state that is not named leads to the archive."""
_ENDED = (A.CASE_ARCHIVED,)
_NEEDS_EXHIBITS = frozenset(
    {
        *(A.SEIZURE_DECIDED, A.SEIZURE_EXTENDED, A.EXHIBITS_SEALED, A.EXHIBITS_UNSEALED),
        *(A.EXHIBITS_MOVED, A.EXHIBITS_DIVIDED, A.EXHIBITS_DISPOSED, A.EXHIBITS_DESTROYED),
    }
)
_OF_SIGNED = frozenset(
    {A.DOCUMENT_DELIVERED, A.DOCUMENT_CANCELLED, A.DOCUMENT_REPLACED, A.DOCUMENT_AMENDED}
)
_ON_A_PAPER = frozenset(
    {
        *(A.DOCUMENT_FINALISED, A.DOCUMENT_REOPENED, A.DOCUMENT_ISSUED, A.DOCUMENT_DISCARDED),
        A.DOCUMENT_NUMBER_VOIDED,
        A.DOCUMENT_PRINTED,
        A.DOCUMENT_SCANNED,
        A.DOCUMENT_COMPARED,
    }
)
"""Done where the paper is edited, one click from the list of papers."""


_VERIFIED_IN = (S.VIOLATION_RECORDED, S.AWAIT_EXPLANATION, S.DECISION_DUE)
_VERIFICATION_MINUTES = "MBB05"


def ahead(view: CaseView, on_site: list[FieldDocumentView], today: date) -> NextSteps:
    """What the reader of this view may do. `on_site`: papers of the inspection, as far as he may see them."""
    possible = _sensible(view, view.possible, today)
    line = [kind for kind in main_line(view, today) if kind in possible]
    return NextSteps(
        to_adopt=[
            PaperOnSite(form=one.paper.form, number=str(one.paper.number))
            for one in adopting.lines(view, on_site)
            if one.standing == "ready"
        ],
        minutes=_minutes_due(view),
        line=[_step(view, kind, on_site) for kind in line],
        others=[_step(view, kind, on_site) for kind in possible if kind not in line],
        withheld=_withheld(view, today),
    )


def main_line(view: CaseView, today: date) -> tuple[A, ...]:
    """The acts that lead on from here; of a decision that was cancelled, what enters its end."""
    if _gone(view):
        return (A.DECISION_ANNULLED,)
    if _ending(view, today):
        return (A.DOCUMENT_CANCELLED,)
    return MAIN.get(S(view.state), _ENDED)


def _withheld(view: CaseView, today: date) -> list[Withheld]:
    told: dict[str, tuple[Text, list[A]]] = {}
    for kind in _sensible(view, list(view.withheld), today):
        why = view.withheld[kind]
        told.setdefault(why.vi, (why, []))[1].append(kind)
    return [Withheld(why=why, kinds=kinds) for why, kinds in told.values()]


def _minutes_due(view: CaseView) -> MinutesDue | None:
    """Verification that was ordered after the violation minutes and has no minutes (MBB05) yet that name them."""
    order = _open_order(view)
    if order is None:
        return None
    sheet = order.content.get("sheet")
    days = [str(one.issued_on) for one in view.sheets if sheet == one.first_sheet]
    minutes = [one for one in view.story if one.type == A.VIOLATION_RECORDED]
    about = {one.content["document_id"] for one in minutes[-1:]}
    numbers = [one.number for one in view.papers if str(one.id) in about]
    for one in view.papers:
        named = one.fields.get("violation_minutes_number") in numbers
        stands = papers_in_force.stands(one, (_VERIFICATION_MINUTES,))
        if named and stands and (not days or str(one.issued_on) >= days[0]):
            return None
    return MinutesDue(
        form=_VERIFICATION_MINUTES,
        due_on=date.fromisoformat(order.content["due_on"]),
        numbers=[str(one) for one in numbers],
    )


def _open_order(view: CaseView) -> StoryLine | None:
    """The order of verification, where it is newer than the violation minutes and the case still waits."""
    if view.state not in _VERIFIED_IN:
        return None
    wanted = (A.VERIFICATION_ORDERED, A.VIOLATION_RECORDED)
    last = next((one for one in reversed(view.story) if one.type in wanted), None)
    return last if last is not None and last.type == A.VERIFICATION_ORDERED else None


def _sensible(view: CaseView, kinds: list[str], today: date) -> list[A]:
    """What the table allows, less what this very case has nothing for."""
    left = [A(kind) for kind in kinds if A(kind) not in _ON_A_PAPER]
    ends = _gone(view) or _ending(view, today)
    signed = any(one.state in papers_in_force.STANDING for one in view.papers)
    missing = {
        *(() if view.exhibits else _NEEDS_EXHIBITS),
        *(() if view.remedies else {A.REMEDY_CARRIED_OUT}),
        *(() if signed else _OF_SIGNED),
        *(EXECUTION - {A.EXHIBITS_DISPOSED, A.EXHIBITS_DESTROYED} if ends else ()),
        *(() if _gone(view) else {A.DECISION_ANNULLED}),
        *(() if _reopening(view) else {A.CASE_REOPENED}),
        *(() if _complained(view) else {A.COMPLAINT_RESOLVED}),
        *(() if view.state == S.DECIDED else {A.DECISION_EXPIRED}),
        *(() if view.violations or view.decision_id else {A.SANCTION_PUBLISHED}),
        *_settled(view),
    }
    return [kind for kind in left if kind not in missing]


def _gone(view: CaseView) -> bool:
    """Whether the decision on the violation was cancelled: nothing of it is carried out any more."""
    return any(one.id == view.decision_id and one.state == "cancelled" for one in view.papers)


def _ending(view: CaseView, today: date) -> bool:
    """Whether a signed decision that cancels it whole, in effect by now, waits to be entered."""
    return any(
        one.form == "MQĐ40"
        and one.replaces == view.decision_id
        and one.state in papers_in_force.STANDING
        and one.fields.get("scope") != "part"
        and str(one.fields.get("effective_on") or today) <= str(today)
        for one in view.papers
        if view.decision_id
    )


def _reopening(view: CaseView) -> bool:
    """Whether somebody has asked to open the archived file again."""
    told = (one.type for one in reversed(view.story))
    last = next((one for one in told if one in (A.CASE_REOPENING_ASKED, A.CASE_ARCHIVED)), None)
    return last == A.CASE_REOPENING_ASKED


def _complained(view: CaseView) -> bool:
    told = [line.type for line in view.story]
    return told.count(A.COMPLAINT_FILED) > told.count(A.COMPLAINT_RESOLVED)


def _settled(view: CaseView) -> set[A]:
    """Once all is paid and every measure done there is nothing to enforce, nor anything to wait for."""
    settled: set[A] = set()
    if view.exhibits and all(one.state not in ("seized", "confiscated") for one in view.exhibits):
        settled |= _NEEDS_EXHIBITS
    if view.decision_id and view.money.left == 0 and len(view.remedies_done) == len(view.remedies):
        settled |= {A.ENFORCEMENT_ORDERED, A.REMEDY_CARRIED_OUT}
    return settled


def _step(view: CaseView, kind: A, on_site: list[FieldDocumentView]) -> NextStep:
    """How to come by the paper that the act needs: made on site, begun already, or to be begun."""
    forms = needed_papers.missing(kind, view.papers)
    known = {one.id for one in view.papers}
    found = [
        PaperOnSite(form=one.form, number=one.number)
        for one in on_site
        if one.form in forms and one.number and one.id not in known
    ]
    drafts = [
        OpenDraft(id=one.id, form=one.form)
        for one in view.papers
        if one.form in forms and one.state in ("draft", "content_ready")
    ]
    begin = [] if found or drafts else list(forms)
    return NextStep(kind=kind, on_site=found, drafts=drafts, forms=begin)
