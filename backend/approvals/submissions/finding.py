"""Submissions in sight of a reader: found to be shown, or locked to be answered."""

from uuid import UUID

import msgspec

from backend.approvals.claims import Duty
from backend.approvals.queries import submissions as queries
from backend.approvals.rules import guards, keys
from backend.approvals.rules.facts import Event, Step, Submission
from backend.approvals.rules.keys import Basis
from backend.approvals.submissions import events, subjects
from backend.approvals.submissions.handler import context_of, duty_of, hold, is_holder
from backend.core import database, remembering, scope
from backend.core.actors import Actor, UnitPath
from backend.core.errors import NotFound


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A submission that is locked together with its record, and what its reader may do."""

    facts: Submission
    context: guards.Context
    mine: list[tuple[Step, Basis]]
    """The open steps that this reader may answer now."""
    never: frozenset[str] = frozenset()
    """Answers that the subject's own record always refuses."""

    @property
    def may_return(self) -> bool:
        """Tell whether this reader may return it."""
        return guards.may_return(self.facts, self.context)


class Found(Held, frozen=True, kw_only=True):
    """A submission as it is shown: not locked, with its subject as it was just now."""

    path: UnitPath
    events: list[Event]
    """Its acts, in order."""
    duty: Duty
    """Who answers to its open steps today."""


async def held(submission_id: UUID, actor: Actor) -> Held:
    """Lock a submission's record and the submission, in the order of the record's own acts.

    Asked again before anything is written, it costs nothing. The context says nothing of the subject as it is:
    `ledger.record` (the one door) looks at it. Raises NotFound if the submission is out of sight.
    """
    return await _held(submission_id, actor)


@remembering.once
async def _held(submission_id: UUID, actor: Actor) -> Held:
    row = await queries.find(submission_id)
    if row is None:
        raise NotFound(what="submission")
    await subjects.lock(row.subject)
    present = await hold(submission_id)
    if present is None:
        raise NotFound(what="submission")
    facts, path = present.facts, present.path
    await _require_shown(facts)
    duty = await duty_of(facts, actor.officer_id)
    _require_sight(facts, path, actor, duty)
    context = await context_of(facts, path, actor, None, duty=duty)
    return Held(facts=facts, context=context, mine=guards.answerable(facts, context))


async def find(submission_id: UUID, actor: Actor) -> Found:
    """Return a submission and what this reader may do. Raises NotFound if it is out of sight."""
    story = await events.story_of(submission_id)
    if story is None:
        raise NotFound(what="submission")
    facts = story.facts
    await _require_shown(facts)
    async with database.at_once() as ask:
        answering = ask(duty_of(facts, actor.officer_id))
        looking = ask(subjects.look(facts.subject, actor))
    duty, look = answering.result(), looking.result()
    _require_sight(facts, story.path, actor, duty)
    context = await context_of(facts, story.path, actor, look, duty=duty)
    return Found(
        facts=facts,
        path=story.path,
        events=story.events,
        duty=duty,
        context=context,
        mine=guards.answerable(facts, context),
        never=look.never if look else frozenset(),
    )


async def require_sight(submission_id: UUID, actor: Actor) -> None:
    """Raise NotFound if a submission is out of this reader's sight."""
    story = await events.story_of(submission_id)
    if story is None:
        raise NotFound(what="submission")
    await _require_shown(story.facts)
    duty = await duty_of(story.facts, actor.officer_id)
    _require_sight(story.facts, story.path, actor, duty)


async def _require_shown(facts: Submission) -> None:
    """Raise NotFound for what nobody sees any more, whatever they did with it before."""
    if await subjects.hidden(facts.subject):
        raise NotFound(what="submission")


def _require_sight(facts: Submission, path: UnitPath, actor: Actor, duty: Duty) -> None:
    """Raise NotFound unless it is of the reader's unit or below, theirs, or waiting for them in any step.

    While its submitter is away it is the stand-in's too, until it is over (see backend/approvals/standing.py).
    """
    in_unit = not scope.submissions(actor).empty and scope.submissions(actor).unit is not None
    if (in_unit and scope.covers(actor, path)) or guards.own_work(facts, actor.officer_id):
        return
    alive = facts.state in ("waiting", "with_submitter")
    if alive and facts.submitted_by in keys.stands_in_for(actor.officer_id, duty.away):
        return
    if not is_holder(facts, duty.claims(actor.officer_id)):
        raise NotFound(what="submission")
