"""A submission as the form of an answer is read by: locked, without the names that a page shows."""

from uuid import UUID

import msgspec

from backend.approvals.reading import permitted
from backend.approvals.rules import checksheets, guards
from backend.approvals.rules.facts import Submission
from backend.approvals.submissions import service
from backend.core import clock
from backend.core.actors import Actor
from schemas.approvals.words import StepKind, SubmissionState


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What a form that answers a step needs of it."""

    number: int
    kind: StepKind
    current: bool
    mine: bool
    """This reader may answer it now."""
    early: list[int]
    """Of the earlier steps that an answer passes on, those whose time is not over: this needs a reason."""


class Answering(msgspec.Struct, frozen=True, kw_only=True):
    """A locked submission that is answered, without the names that a page shows."""

    facts: Submission
    steps: list[Asked]
    permitted: frozenset[str]
    """Of OPERATIONS."""
    sheet: checksheets.Sheet
    """The check-sheet in force for it."""


async def to_answer(submission_id: UUID, actor: Actor) -> Answering:
    """Lock a submission with its record and return what its answer is read by. Raises NotFound.

    In the transaction that records the answer: what was looked at is not read again.
    """
    held = await service.held(submission_id, actor)
    facts, now = held.facts, clock.now()
    waits = facts.state is SubmissionState.WAITING
    return Answering(
        facts=facts,
        steps=[
            Asked(
                number=one.number,
                kind=one.kind,
                current=waits and facts.current is one,
                mine=any(step is one for step, _ in held.mine),
                early=guards.early(facts, one, now),
            )
            for one in facts.steps
        ],
        permitted=permitted.operations(held),
        sheet=checksheets.of(facts.subject.kind),
    )
