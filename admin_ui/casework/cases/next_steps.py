"""What to do next in a case, in words: the backend's steps, their URLs, links to the papers they need."""

from typing import NamedTuple
from urllib.parse import urlencode

import msgspec

from admin_ui.casework.acts.index import ELSEWHERE, FORMS
from admin_ui.shell.formats import short_date
from admin_ui.shell.words import Language, say
from schemas.casework.next_steps import MinutesDue, NextStep, NextSteps
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

GROUPS = ("line", "exhibits", "execution", "papers", "file")
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


class Next(msgspec.Struct, frozen=True, kw_only=True):
    """What the panel of next steps shows."""

    said: str
    steps: list[Step]
    others: list[tuple[str, list[Step]]]
    withheld: list[tuple[Text, list[str]]]
    """Acts that the officer's position does not allow: the reason, which names the competent
    officer, and the acts' names.
    """


def worded(view: CaseView, steps: NextSteps, language: Language) -> Next:
    """Put the steps of the main line into words, and the others by group."""
    others = {
        group: [_step(view, one, language) for one in steps.others if _group(one.kind) == group]
        for group in GROUPS
    }
    first = [_minutes(view, steps.minutes, language)] if steps.minutes else []
    return Next(
        said=say(language, f"cases.next_{_said(view, steps)}"),
        steps=first + [_step(view, one, language) for one in steps.line],
        others=[(group, found) for group, found in others.items() if found],
        withheld=[
            (one.why, [say(language, f"case_acts.do_{kind}") for kind in one.kinds])
            for one in steps.withheld
        ],
    )


def _said(view: CaseView, steps: NextSteps) -> str:
    """Return the key of the sentence above the steps: of the state, or of a signed paper that waits."""
    if steps.annulling:
        return "annulling"
    if steps.on_spot:
        return "on_spot"
    return "no_minutes" if steps.no_minutes else str(view.state)


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
    )


def _papers(view: CaseView, step: NextStep, language: Language) -> list[Link]:
    """Return links by which to get the paper that the act needs; none if the act's own page makes it."""
    if step.kind not in FORMS:
        return []
    adopt = [
        Link(
            f"/desk/cases/{view.id}/adopt",
            say(language, "cases.adopt_go", form=one.form, number=one.number),
        )
        for one in step.on_site
    ]
    go_on = [
        Link(f"/desk/documents/{one.id}", say(language, "cases.draft_go_on", form=one.form))
        for one in step.drafts
    ]
    begin = [
        Link(_draft(view, form), say(language, "cases.draft", form=form))
        for form in step.forms[:_MOST_FORMS]
    ]
    return adopt + go_on + begin
