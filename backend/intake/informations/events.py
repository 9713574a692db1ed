"""The acts of an information from the ledger, as events to fold."""

from dataclasses import dataclass
from uuid import UUID

from backend.core import remembering
from backend.core.actors import UnitPath
from backend.intake.queries import informations as queries
from backend.intake.rules import folding
from backend.intake.rules.facts import Event, Information
from backend.ledger.events import Events
from backend.ledger.kept import Kept
from backend.ledger.rules.entries import RecordedAct
from schemas.intake.acts import INFORMATION_CONTENTS
from schemas.intake.words import InformationAct

_EVENTS = Events(InformationAct, INFORMATION_CONTENTS, Event)
of_row, of_act = _EVENTS.of_row, _EVENTS.of_act


@dataclass(frozen=True)
class Story:
    """An information with its acts, and the unit that handles it."""

    facts: Information
    path: UnitPath
    events: list[Event]


_Folded = tuple[Information, list[Event]]


def _fold(information_id: UUID, acts: list[RecordedAct]) -> _Folded | None:
    events = [of_row(row) for row in acts]
    facts = folding.fold(information_id, events)
    return (facts, events) if facts else None


def _share(folded: _Folded) -> None:
    folded[0].shared = True


KEPT = Kept(queries.acts_since, _fold, _share)


@remembering.once
async def story_of(information_id: UUID) -> Story | None:
    """Return an information's facts, which all readers share (backend/ledger/kept.py), its unit and its acts.

    None if there are none. The caller has checked that it may be read.
    """
    found = await KEPT.read(information_id)
    if found is None:
        return None
    (facts, events), path = found
    return Story(facts, path, events)


async def facts_to_fold_on(information_id: UUID) -> Information | None:
    """Fold an information's acts for the caller alone, who may fold a further one into the facts."""
    found = await KEPT.alone(information_id)
    return found[0][0] if found else None


async def facts_of(information_id: UUID) -> Information | None:
    """Return the facts of story_of(), or None."""
    story = await story_of(information_id)
    return story.facts if story else None
