"""The acts of an information from the ledger, as events to fold."""

from dataclasses import dataclass
from uuid import UUID

import msgspec

from backend.core import remembering
from backend.core.actors import UnitPath
from backend.intake.queries import informations as queries
from backend.intake.rules import folding
from backend.intake.rules.facts import Event, Information
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from backend.ledger.rules.entries import RecordedAct
from schemas.intake.acts import INFORMATION_CONTENTS
from schemas.intake.words import InformationAct


def of_row(row: RecordedAct) -> Event:
    """Return an accepted act from the ledger as an event."""
    kind = InformationAct(row.act_type)
    content = msgspec.json.decode(row.act)["content"]
    return Event(
        number=row.number,
        act_id=row.act_id,
        type=kind,
        content=msgspec.convert(content, INFORMATION_CONTENTS[kind]),
        officer_id=row.officer_id,
        at=row.received_at,
    )


def of_act(parsed: ParsedAct, entry: Entry) -> Event:
    """Return the act that `ledger.record` (the one door) is accepting as an event."""
    return Event(
        number=entry.number,
        act_id=parsed.act.id,
        type=InformationAct(parsed.act.type),
        content=parsed.content,
        officer_id=parsed.act.officer_id,
        at=entry.received_at,
    )


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
