"""Who imports officers from a file, when what may happen to an import, and how large its portions are. Pure.

Administrators, each for the units that they administer. Nobody but who uploaded a file confirms it: they saw its
preview. Colleagues of the same scope may pause it, go on and give it up.
"""

from collections.abc import Sequence

from backend.core import scope
from backend.core.actors import Actor, UnitPath
from schemas.core.imports import ImportState
from schemas.core.vocabulary import Role
from schemas.force.imports import (
    BroughtPerson,
    BroughtStep,
    PeopleImportAct,
    PersonOutcome,
    StepOutcome,
)

FIRST_ROWS = 25
LEAST_ROWS = 5
MOST_ROWS = 250
"""An officer is several acts, and nobody else registers an officer while a portion comes (people.lock_names())."""

FROM: dict[PeopleImportAct, frozenset[ImportState]] = {
    PeopleImportAct.BEGUN: frozenset({ImportState.READ}),
    PeopleImportAct.PORTION_BROUGHT: frozenset({ImportState.RUNNING}),
    PeopleImportAct.PAUSED: frozenset({ImportState.RUNNING}),
    PeopleImportAct.RESUMED: frozenset({ImportState.PAUSED}),
    PeopleImportAct.FINISHED: frozenset({ImportState.RUNNING}),
    PeopleImportAct.GIVEN_UP: frozenset({ImportState.RUNNING, ImportState.PAUSED}),
}
"""From which states each act may happen."""


def may_import(actor: Actor) -> bool:
    """Tell whether an officer imports officers at all."""
    return actor.has(Role.ADMINISTRATOR)


def may_import_for(actor: Actor, path: UnitPath) -> bool:
    """Tell whether an officer imports for this unit and those below."""
    return may_import(actor) and scope.covers(actor, path)


def outcome_of(steps: Sequence[BroughtStep]) -> PersonOutcome:
    """Return what a row came to, by its steps; the first is the registration itself."""
    ends = [one.outcome for one in steps]
    if ends[0] is StepOutcome.REFUSED:
        return PersonOutcome.REFUSED
    if StepOutcome.REFUSED in ends:
        return PersonOutcome.PARTLY
    waits = StepOutcome.ASKED in ends or StepOutcome.NO_SCAN in ends
    return PersonOutcome.WAITS if waits else PersonOutcome.CAME


def counts(lines: Sequence[BroughtPerson]) -> tuple[int, int, int, int]:
    """Return how many rows came, wait, came partly and were refused."""
    ends = [one.outcome for one in lines]
    return (
        ends.count(PersonOutcome.CAME),
        ends.count(PersonOutcome.WAITS),
        ends.count(PersonOutcome.PARTLY),
        ends.count(PersonOutcome.REFUSED),
    )
