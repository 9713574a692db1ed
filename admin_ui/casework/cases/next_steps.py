"""What to do next in a case: the steps of its main line first, then everything else that this reader may do."""

from typing import NamedTuple
from urllib.parse import urlencode

import msgspec

from admin_ui.casework.acts.forms import FORMS
from admin_ui.casework.acts.ways import ELSEWHERE, PAPER_FIRST
from admin_ui.shell.formats import short_date
from admin_ui.shell.words import Language, say
from backend.cases.service import EXECUTION
from backend.drafting import service as drafting
from schemas.case_views import CaseView, PaperView
from schemas.case_words import CaseAct as A
from schemas.case_words import CaseState as S
from schemas.inspections import FieldDocumentView
from schemas.problems import Text

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
GROUPS = ("line", "exhibits", "execution", "papers", "file")
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


class Link(NamedTuple):
    """A button."""

    href: str
    text: str


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """Something to do. `papers`: links that lead to the signed paper which it needs, empty where one stands."""

    kind: str
    title: str
    why: str
    href: str
    papers: list[Link]


class Next(msgspec.Struct, frozen=True, kw_only=True):
    """What the panel shows."""

    said: str
    steps: list[Step]
    others: list[tuple[str, list[Step]]]
    withheld: list[tuple[Text, list[str]]]
    """What his office does not let him decide: why and who may, with the acts that it is said of."""


def ahead(view: CaseView, on_site: list[FieldDocumentView], language: Language) -> Next:
    """The steps of the main line that this reader may take, and the others by group."""
    possible = _sensible(view, view.possible)
    line = MAIN.get(S(view.state), _ENDED)
    if _gone(view) or _ending(view):
        line = (A.DECISION_ANNULLED,) if _gone(view) else (A.DOCUMENT_CANCELLED,)
    main = [kind for kind in line if kind in possible]
    steps = [_step(view, kind, on_site, language) for kind in main]
    steps = [*_verifying(view, language), *steps]
    others = {
        group: [
            _step(view, kind, on_site, language)
            for kind in possible
            if kind not in main and _group(kind) == group
        ]
        for group in GROUPS
    }
    return Next(
        said=say(language, f"cases.next_{view.state}"),
        steps=steps,
        others=[(group, found) for group, found in others.items() if found],
        withheld=_withheld(view, language),
    )


def _withheld(view: CaseView, language: Language) -> list[tuple[Text, list[str]]]:
    said: dict[str, tuple[Text, list[str]]] = {}
    for kind in _sensible(view, list(view.withheld)):
        why = view.withheld[kind]
        said.setdefault(why.vi, (why, []))[1].append(say(language, f"case_acts.do_{kind}"))
    return list(said.values())


_VERIFIED_IN = (S.VIOLATION_RECORDED, S.AWAIT_EXPLANATION, S.DECISION_DUE)


def _verifying(view: CaseView, language: Language) -> list[Step]:
    """Verification that was ordered after the violation minutes and has no minutes (MBB05) yet that name them."""
    told = list(view.story)
    while told and told[-1].type not in (A.VERIFICATION_ORDERED, A.VIOLATION_RECORDED):
        told.pop()
    order = told[-1] if told and view.state in _VERIFIED_IN else None
    if order is None or order.type != A.VERIFICATION_ORDERED:
        return []
    sheet = order.content.get("sheet")
    days = [str(one.issued_on) for one in view.sheets if sheet == one.first_sheet]
    minutes = [one for one in view.story if one.type == A.VIOLATION_RECORDED]
    about = {one.content["document_id"] for one in minutes[-1:]}
    numbers = {one.number for one in view.papers if str(one.id) in about}
    for one in view.papers:
        named = one.fields.get("violation_minutes_number") in numbers
        if named and _stands(one, ("MBB05",)) and (not days or str(one.issued_on) >= days[0]):
            return []
    due = short_date(order.content["due_on"], language)
    number = ", ".join(str(one) for one in numbers)
    return [
        Step(
            kind="verification.minutes",
            title=say(language, "cases.draft", form="MBB05"),
            why=say(language, "cases.verifying", due=due, number=number),
            href=f"/desk/cases/{view.id}/documents/new?{urlencode({'form': 'MBB05'})}",
            papers=[],
        )
    ]


def _sensible(view: CaseView, kinds: list[str]) -> list[A]:
    """What the table allows, less what this very case has nothing for."""
    left = [A(kind) for kind in kinds if A(kind) not in _ON_A_PAPER]
    signed = any(one.state in ("signed", "delivered") for one in view.papers)
    missing = {
        *(() if view.exhibits else _NEEDS_EXHIBITS),
        *(() if view.remedies else {A.REMEDY_CARRIED_OUT}),
        *(() if signed else _OF_SIGNED),
        *(
            EXECUTION - {A.EXHIBITS_DISPOSED, A.EXHIBITS_DESTROYED}
            if _gone(view) or _ending(view)
            else ()
        ),
        *(() if _gone(view) else {A.DECISION_ANNULLED}),
        *(() if _reopening(view) else {A.CASE_REOPENED}),
        *(() if _complained(view) else {A.COMPLAINT_RESOLVED}),
        *(() if view.state == S.DECIDED else {A.DECISION_EXPIRED}),
        *(() if view.violations else {A.SANCTION_PUBLISHED} if not view.decision_id else ()),
        *(_settled(view)),
    }
    return [kind for kind in left if kind not in missing]


def _gone(view: CaseView) -> bool:
    """Whether the decision on the violation was cancelled: nothing of it is carried out any more."""
    return any(one.id == view.decision_id and one.state == "cancelled" for one in view.papers)


def _ending(view: CaseView) -> bool:
    """Whether a signed decision that cancels it whole, in effect by now, waits to be entered."""
    today = str(drafting.today())
    return any(
        one.form == "MQĐ40"
        and one.replaces == view.decision_id
        and one.state in ("signed", "delivered")
        and one.fields.get("scope") != "part"
        and str(one.fields.get("effective_on") or today) <= today
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


def _group(kind: A) -> str:
    if kind in FORMS:
        return FORMS[kind].group
    return "papers" if kind.startswith("document.") else "line"


def address(view: CaseView, kind: A) -> str:
    """Where an act is done."""
    if kind in FORMS:
        return f"/desk/cases/{view.id}/acts/{kind}"
    return ELSEWHERE[kind].format(case=view.id)


def _step(view: CaseView, kind: A, on_site: list[FieldDocumentView], language: Language) -> Step:
    return Step(
        kind=str(kind),
        title=say(language, f"case_acts.do_{kind}"),
        why=say(language, f"case_acts.why_{kind}"),
        href=address(view, kind),
        papers=_papers(view, kind, on_site, language),
    )


def _papers(
    view: CaseView, kind: A, on_site: list[FieldDocumentView], language: Language
) -> list[Link]:
    """How to come by the paper that the act needs; nothing where one stands, or where the act's page makes it."""
    forms = PAPER_FIRST.get(kind, ())
    if kind == A.EXHIBITS_DESTROYED:  # needs both; each links to itself until it stands
        forms = tuple(one for one in forms if not any(_stands(p, (one,)) for p in view.papers))
    if kind not in FORMS or not forms or any(_stands(one, forms) for one in view.papers):
        return []
    known = {one.id for one in view.papers}
    found = [
        Link(
            f"/desk/cases/{view.id}/adopt",
            say(language, "cases.adopt_go", form=one.form, number=one.number),
        )
        for one in on_site
        if one.form in forms and one.number and one.id not in known
    ]
    open_drafts = [
        Link(f"/desk/documents/{one.id}", say(language, "cases.draft_go_on", form=one.form))
        for one in view.papers
        if one.form in forms and one.state in ("draft", "content_ready")
    ]
    if found or open_drafts:
        return found + open_drafts
    return [
        Link(
            f"/desk/cases/{view.id}/documents/new?{urlencode({'form': form})}",
            say(language, "cases.draft", form=form),
        )
        for form in forms[:2]
    ]


def _stands(paper: PaperView, forms: tuple[str, ...]) -> bool:
    return paper.form in forms and paper.state in ("signed", "delivered")
