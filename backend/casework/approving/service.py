"""What the pages of a case's papers ask of their submissions for approval."""

from typing import NamedTuple
from uuid import UUID

from backend.approvals.submissions import service as submissions
from backend.approvals.submissions.service import Planned as Planned
from backend.casework.approving import following
from backend.casework.cases import events
from backend.casework.cases import service as cases
from backend.casework.queries import cases as queries
from backend.casework.rules import annexes
from backend.casework.rules import approving as rules
from backend.casework.rules.facts import Paper
from backend.core.actors import Actor
from backend.core.database import at_once
from backend.core.errors import NotFound
from backend.documents import forms
from schemas.approvals.submissions import Submitted
from schemas.approvals.words import SubmissionState
from schemas.casework.words import DocumentState
from schemas.core.problems import Text


async def subject_of(case_id: UUID, document_id: UUID) -> Submitted | None:
    """Return a paper as what is submitted; None if its maker signs it. The caller has checked scope."""
    facts = await events.facts_of(case_id)
    paper = facts.papers.get(document_id) if facts else None
    return rules.subject_of(case_id, paper, facts) if facts and paper else None


class Beside(NamedTuple):
    """A paper that goes with another."""

    id: UUID
    form: str
    title: Text
    named: str | None
    """Its number; of an annex without one its heading."""
    state: DocumentState


class Together(NamedTuple):
    """What a paper goes with, and what goes with it."""

    parent: Beside | None
    annexes: list[Beside]
    """The oldest first."""
    may_have: bool
    """A list or an annex may be begun for it."""


async def together(case_id: UUID, document_id: UUID, actor: Actor) -> Together:
    """Return the paper that this one is an annex of, and its own lists and annexes. Raises NotFound."""
    async with at_once() as ask:
        sight, told = ask(cases.sees(case_id, actor)), ask(events.story_of(case_id))
    story = told.result() if sight.result() else None
    if story is None:
        raise NotFound(what="case")
    facts = story.facts
    paper = facts.papers.get(document_id)
    parent = facts.papers.get(paper.belongs_to) if paper and paper.belongs_to else None
    return Together(
        parent=_beside(parent) if parent else None,
        annexes=[_beside(one) for one in annexes.of_paper(facts, document_id)],
        may_have=paper is not None and paper.form not in annexes.FORMS,
    )


def _beside(paper: Paper) -> Beside:
    title = forms.load(paper.form, paper.form_version)["x-title"]
    named = paper.number or paper.fields.get("heading")
    return Beside(paper.id, paper.form, Text(**title), named or None, paper.state)


async def planned(case_id: UUID, document_id: UUID, actor: Actor) -> Planned | None:
    """Return how a draft would go if this officer made it ready now.

    None if nobody else is asked, or it goes on where it came back from. The caller has checked scope.
    """
    async with at_once() as ask:
        found, folded = ask(queries.path_of(case_id)), ask(events.facts_of(case_id))
    row, facts = found.result(), folded.result()
    paper = facts.papers.get(document_id) if facts else None
    subject = rules.subject_of(case_id, paper, facts) if facts and paper else None
    if row is None or facts is None or paper is None or subject is None:
        return None
    alive = await submissions.alive(subject)
    if alive is not None and alive.state is SubmissionState.WITH_SUBMITTER:
        return None
    if await following.needless(subject, row.path, facts, paper, actor):
        return None
    return await following.plan(subject, row.path, facts, paper, actor)
