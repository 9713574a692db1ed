"""The acts of a case from the ledger, as events to fold."""

from dataclasses import dataclass
from uuid import UUID

from backend.casework.derived import folding
from backend.casework.queries import cases as queries
from backend.casework.rules.facts import Event, Facts
from backend.core import remembering
from backend.core.actors import UnitPath
from backend.ledger.events import Events
from schemas.casework.contents import CASE_CONTENTS
from schemas.casework.words import CaseAct

_EVENTS = Events(CaseAct, CASE_CONTENTS, Event)
of_row, of_act = _EVENTS.of_row, _EVENTS.of_act


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
