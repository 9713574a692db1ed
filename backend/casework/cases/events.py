"""The acts of a case from the ledger, as events to fold."""

from dataclasses import dataclass
from uuid import UUID

from backend.casework.derived import folding
from backend.casework.queries import cases as queries
from backend.casework.rules.facts import Event, Facts
from backend.core import remembering
from backend.core.actors import UnitPath
from backend.ledger.events import Events
from backend.ledger.kept import Kept
from backend.ledger.rules.entries import RecordedAct
from schemas.casework.contents import CASE_CONTENTS
from schemas.casework.words import CaseAct

_EVENTS = Events(CaseAct, CASE_CONTENTS, Event)
of_row, of_act = _EVENTS.of_row, _EVENTS.of_act


@dataclass(frozen=True)
class Story:
    """A case's facts, to read, and its unit."""

    facts: Facts
    path: UnitPath


def _fold(_case_id: UUID, acts: list[RecordedAct]) -> Facts | None:
    return folding.fold(map(of_row, acts))


def _share(facts: Facts) -> None:
    facts.shared = True


KEPT = Kept(queries.acts_since, _fold, _share)


@remembering.once
async def story_of(case_id: UUID) -> Story | None:
    """Return a case's facts, which all readers share (backend/ledger/kept.py), and its unit; None if there are none.

    The caller has checked scope.
    """
    found = await KEPT.read(case_id)
    return Story(*found) if found else None


async def facts_of(case_id: UUID) -> Facts | None:
    """Return the facts of story_of(), or None."""
    story = await story_of(case_id)
    return story.facts if story else None


async def facts_to_fold_on(case_id: UUID) -> Facts | None:
    """Fold a case's acts for the caller alone, who may fold further ones into the facts."""
    found = await KEPT.alone(case_id)
    return found[0] if found else None
