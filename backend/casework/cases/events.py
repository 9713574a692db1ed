"""The acts of a case from the ledger, as events to fold."""

from dataclasses import dataclass
from uuid import UUID

import msgspec

from backend.casework.derived import folding
from backend.casework.queries import cases as queries
from backend.casework.rules.facts import Event, Facts
from backend.core import remembering
from backend.core.actors import UnitPath
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from backend.ledger.rules.entries import RecordedAct
from schemas.casework.contents import CASE_CONTENTS
from schemas.casework.words import CaseAct


def of_row(row: RecordedAct) -> Event:
    """Return an accepted act from the ledger as an event."""
    kind = CaseAct(row.act_type)
    content = msgspec.json.decode(row.act)["content"]
    return Event(
        number=row.number,
        act_id=row.act_id,
        type=kind,
        content=msgspec.convert(content, CASE_CONTENTS[kind]),
        officer_id=row.officer_id,
        made_at=row.made_at,
        received_at=row.received_at,
    )


def of_act(parsed: ParsedAct, entry: Entry) -> Event:
    """Return the act that `ledger.record` (the one door) is accepting as an event."""
    return Event(
        number=entry.number,
        act_id=parsed.act.id,
        type=CaseAct(parsed.act.type),
        content=parsed.content,
        officer_id=parsed.act.officer_id,
        made_at=parsed.act.made_at,
        received_at=entry.received_at,
    )


@dataclass(frozen=True)
class Story:
    """A case's facts, to read, and its unit."""

    facts: Facts
    path: UnitPath


@remembering.once
async def story_of(case_id: UUID) -> Story | None:
    """Read and fold a case's acts, once in a transaction; None if there are none. The caller has checked scope.

    Who folds further acts into the facts, if only to see what they would do, takes facts_of().
    """
    found = await queries.list_with_path(case_id)
    facts = folding.fold(of_row(row) for row in found)
    return Story(facts, found[0].path) if facts else None


async def facts_of(case_id: UUID) -> Facts | None:
    """Fold a case's acts into its facts; None if there are no acts. The caller has checked scope."""
    return folding.fold(of_row(row) for row in await queries.list_acts(case_id))
