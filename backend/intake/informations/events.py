"""The acts of an information from the ledger, as events to fold."""

from dataclasses import dataclass
from uuid import UUID

from backend.core import remembering
from backend.core.actors import UnitPath
from backend.intake.queries import informations as queries
from backend.intake.rules import folding
from backend.intake.rules.facts import Event, Information
from backend.ledger.events import Events
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


@remembering.once
async def story_of(information_id: UUID) -> Story | None:
    """Read and fold an information's acts; None if there are none. The caller has checked that it may be read."""
    found = await queries.list_acts(information_id)
    events = [of_row(row) for row in found]
    facts = folding.fold(information_id, events)
    return Story(facts, found[0].path, events) if facts else None


async def facts_of(information_id: UUID) -> Information | None:
    """Return the facts of story_of(), or None."""
    story = await story_of(information_id)
    return story.facts if story else None
