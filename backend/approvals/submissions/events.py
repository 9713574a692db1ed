"""The acts of a submission from the ledger, as events to fold."""

from dataclasses import dataclass
from uuid import UUID

from backend.approvals.queries import submissions as queries
from backend.approvals.rules import again, folding
from backend.approvals.rules.facts import Event, Submission
from backend.core import remembering
from backend.core.actors import UnitPath
from backend.law.deadlines import service as deadlines
from backend.ledger.events import Events
from schemas.approvals.submissions import SUBMISSION_CONTENTS
from schemas.approvals.words import SubmissionAct

_EVENTS = Events(SubmissionAct, SUBMISSION_CONTENTS, Event)
of_row, of_act = _EVENTS.of_row, _EVENTS.of_act


@dataclass(frozen=True)
class Story:
    """A submission with its acts, and the unit of what it carries."""

    facts: Submission
    path: UnitPath
    events: list[Event]


@remembering.once
async def story_of(submission_id: UUID) -> Story | None:
    """Read and fold a submission's acts; None if there are none. The caller has checked that it may be read.

    Who folds one more act into these facts has forgotten them first (remembering.py): the act was written.
    """
    found = await queries.list_with_path(submission_id)
    events = [of_row(row) for row in found]
    facts = folding.fold(submission_id, events, deadlines.calendar())
    return Story(facts, found[0].path, events) if facts else None


async def facts_of(submission_id: UUID) -> Submission | None:
    """Return the facts of story_of(), or None."""
    story = await story_of(submission_id)
    return story.facts if story else None


async def refused_before(
    record_id: UUID, kind: str, form: str | None, material: str
) -> list[Submission]:
    """Return what said the same in this record before, and somebody said no to; see rules/again.py."""
    over = [await facts_of(one) for one in await queries.over_of(record_id, kind, form)]
    return again.unchanged([one for one in over if one is not None], material)
