"""What to do next in a case, in words: the backend's steps, their URLs, links to the papers they need."""

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlencode

import msgspec

from admin_ui.casework.acts.index import ELSEWHERE, FORMS
from admin_ui.shell.formats import short_date
from admin_ui.shell.words import Language, say
from backend.casework.drafting import service as drafting
from backend.documents import service as documents
from schemas.casework.next_steps import MinutesDue, NextStep, NextSteps, OpenDraft, Withheld
from schemas.casework.views import CaseView, PaperView
from schemas.casework.words import CaseAct, CaseState, DocumentState
from schemas.core.problems import Text

GROUPS = ("line", "exhibits", "execution", "papers", "file")
_LONG = ("too_late",)
"""Sentences that have a second part."""
_MOST_FORMS = 2
"""At most this many forms are offered for a new draft; more buttons would not help the officer choose."""


class Link(NamedTuple):
    """A button."""

    href: str
    text: str


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """Something to do.

    `papers` are links by which to get the signed paper that the act needs, empty if none is
    missing.
    """

    kind: str
    title: str
    why: str
    href: str
    papers: list[Link]
    by_form: bool = False
    """The act is entered by a form of its own once its paper is signed; else its own page makes the paper."""


class Next(msgspec.Struct, frozen=True, kw_only=True):
    """What the panel of next steps shows."""

    said: str
    more: str
    """The rest of what the law says here, for a sentence that would be long; else empty."""
    steps: list[Step]
    others: list[tuple[str, list[Step]]]
    withheld: list[tuple[Text, list[str]]]
    """Acts that the officer's position does not allow: the reason, which names the competent
    officer, and the acts' names.
    """
    barred: list[tuple[Text, list[str]]]
    """What leads on from here and is another's to do, in the same way."""


def worded(view: CaseView, steps: NextSteps, language: Language) -> Next:
    """Put the steps of the main line into words, and the others by group."""
    over = view.state == CaseState.ARCHIVED
    # What somebody has begun to write comes before what nobody has, unless it came too late.
    line = steps.line if steps.late else sorted(steps.line, key=lambda one: not one.drafts)
    beside = [*line, *steps.others] if over else steps.others
    others = {
        group: [_step(view, one, language) for one in beside if _group(one.kind) == group]
        for group in GROUPS
    }
    first = [_minutes(view, steps.minutes, language)] if steps.minutes else []
    said = _said(view, steps)
    return Next(
        said=say(language, f"cases.next_{said}"),
        more=say(language, f"cases.next_{said}_more") if said in _LONG else "",
        steps=first + ([] if over else [_step(view, one, language) for one in line]),
        others=[(group, found) for group, found in others.items() if found],
        withheld=_kept(steps.withheld, language),
        barred=_kept(steps.barred, language),
    )


def _kept(groups: list[Withheld], language: Language) -> list[tuple[Text, list[str]]]:
    return [
        (one.why, [say(language, f"case_acts.do_{kind}") for kind in one.kinds]) for one in groups
    ]


def _said(view: CaseView, steps: NextSteps) -> str:
    """Return the key of the sentence above the steps: of the state, or of a signed paper that waits."""
    if steps.annulling:
        return "annulling"
    if steps.on_spot:
        return "on_spot"
    if steps.late:
        return "too_late"
    if steps.no_minutes:
        return "verified_again" if view.state == CaseState.VERIFYING else "no_minutes"
    return str(view.state)


def _minutes(view: CaseView, due: MinutesDue, language: Language) -> Step:
    """Return the step of drafting verification minutes that are due."""
    day, number = short_date(due.due_on, language), ", ".join(due.numbers)
    return Step(
        kind="verification.minutes",
        title=say(language, "cases.draft", form=due.form),
        why=say(language, "cases.verifying", due=day, number=number),
        href=_draft(view, due.form),
        papers=[],
    )


def _draft(view: CaseView, form: str) -> str:
    return f"/desk/cases/{view.id}/documents/new?{urlencode({'form': form})}"


class Lacked(NamedTuple):
    """A paper that an act's own page lacks: its name, its form, when it is the right one, and ways to it."""

    name: str
    form: str
    when: str
    links: list[Link]


def papers_first(
    view: CaseView, kind: CaseAct, missing: Iterable[str], language: Language
) -> list[Lacked]:
    """Return the papers that an act's own page lacks, each with the one that was begun, or with a new one."""
    about = _changed(view) if kind in CHANGING else None
    return [_lacked(view, kind, form, about, language) for form in missing]


def begun(view: CaseView, forms: Iterable[str], language: Language) -> list[Link]:
    """Return the papers of these forms that are being written or wait for their signature."""
    unsigned = (DocumentState.DRAFT, DocumentState.CONTENT_READY)
    return [
        _open(view, OpenDraft(id=one.id, form=one.form), language)
        for one in view.papers
        if one.form in forms and one.state in unsigned
    ]


CHANGING = (CaseAct.DOCUMENT_AMENDED, CaseAct.DOCUMENT_CANCELLED)
_SAID_WHEN = {
    CaseAct.DOCUMENT_AMENDED: ("MQĐ38", "MQĐ39", "MQĐ40"),
    CaseAct.DOCUMENT_CANCELLED: ("MQĐ40",),
    CaseAct.CASE_TRANSFERRED: ("BC", "ĐX", "MBB02"),
    CaseAct.EXPLANATION_RECEIVED: ("MBB03",),
}
"""Acts that take papers of several kinds, and the forms of which a sentence says when they fit."""


def _changed(view: CaseView) -> str:
    """Return the decision that a new paper changes; empty if the case has none or several that are in force."""
    found = [str(one.id) for one in decisions_in_force(view)]
    return found[0] if len(found) == 1 else ""


def decisions_in_force(view: CaseView) -> list[PaperView]:
    """Return the decisions of a case that another may change."""
    signed = (DocumentState.SIGNED, DocumentState.DELIVERED)
    return [one for one in view.papers if _may_be_changed(one.form) and one.state in signed]


def decisions_begun(view: CaseView, language: Language) -> list[Link]:
    """Return the decisions that are not signed: what is wrong in one is put right in itself."""
    forms = {one.form for one in view.papers if _may_be_changed(one.form)}
    return begun(view, forms, language)


def _may_be_changed(form: str) -> bool:
    return form.startswith("MQĐ") and form not in ("MQĐ38", "MQĐ39", "MQĐ40")


def _lacked(
    view: CaseView, kind: CaseAct, form: str, about: str | None, language: Language
) -> Lacked:
    links = begun(view, (form,), language)
    if not links and CaseAct.DOCUMENT_DRAFTED in view.possible:
        href = _draft(view, form) + (f"&{urlencode({'about': about})}" if about else "")
        links = [Link(href, say(language, "cases.draft", form=form))]
    when = form in _SAID_WHEN.get(kind, ())
    return Lacked(
        name=documents.get_form(form, drafting.version_of(form))["x-title"][language],
        form=form,
        when=say(language, f"cases.when_{kind}_{form}") if when else "",
        links=links,
    )


def _group(kind: CaseAct) -> str:
    if kind in FORMS:
        return FORMS[kind].group
    return "papers" if kind.startswith("document.") else "line"


def address(view: CaseView, kind: CaseAct) -> str:
    """Return the URL of the page where an act is done."""
    if kind in FORMS:
        return f"/desk/cases/{view.id}/acts/{kind}"
    return ELSEWHERE[kind].format(case=view.id)


def _step(view: CaseView, step: NextStep, language: Language) -> Step:
    return Step(
        kind=str(step.kind),
        title=say(language, f"case_acts.do_{step.kind}"),
        why=say(language, f"case_acts.why_{step.kind}"),
        href=address(view, step.kind),
        papers=_papers(view, step, language),
        by_form=step.kind in FORMS,
    )


def _papers(view: CaseView, step: NextStep, language: Language) -> list[Link]:
    """Return links by which to get the paper that the act needs; none to begin one if the act's own page does."""
    go_on = [_open(view, one, language) for one in step.drafts]
    if step.kind not in FORMS:
        return go_on
    adopt = [
        Link(
            f"/desk/cases/{view.id}/adopt",
            say(language, "cases.adopt_go", form=one.form, number=one.number),
        )
        for one in step.on_site
    ]
    begin = [
        Link(_draft(view, form), say(language, "cases.draft", form=form))
        for form in step.forms[:_MOST_FORMS]
    ]
    return adopt + go_on + begin


def _open(view: CaseView, draft: OpenDraft, language: Language) -> Link:
    """Return the link to a paper that is being written, or that waits for its signature."""
    waits = any(
        one.id == draft.id and one.state == DocumentState.CONTENT_READY for one in view.papers
    )
    key = "cases.draft_waits" if waits else "cases.draft_go_on"
    return Link(f"/desk/documents/{draft.id}", say(language, key, form=draft.form))
