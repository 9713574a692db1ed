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
from backend.ledger.kept import Kept
from backend.ledger.rules.entries import RecordedAct
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


_Folded = tuple[Submission, list[Event]]


def _fold(submission_id: UUID, acts: list[RecordedAct]) -> _Folded | None:
    events = [of_row(row) for row in acts]
    facts = folding.fold(submission_id, events, deadlines.calendar())
    return (facts, events) if facts else None


def _share(folded: _Folded) -> None:
    folded[0].shared = True


KEPT = Kept(queries.acts_since, _fold, _share)


@remembering.once
async def story_of(submission_id: UUID) -> Story | None:
    """Return a submission's facts, which all readers share (backend/ledger/kept.py), its unit and its acts.

    None if there are none. The caller has checked that it may be read.
    """
    found = await KEPT.read(submission_id)
    if found is None:
        return None
    (facts, events), path = found
    return Story(facts, path, events)


async def facts_to_fold_on(submission_id: UUID) -> tuple[Submission, UnitPath] | None:
    """Fold a submission's acts for the caller alone, who may fold on; also return its unit."""
    found = await KEPT.alone(submission_id)
    return (found[0][0], found[1]) if found else None


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
