"""Who imports parties from a file, and when what may happen to an import. Pure.

Those who lead: supervisors (heads of departments and teams among them) and team leaders, each for the own department.
A list of a hundred thousand parties changes the register more than all officers in a year, so it is not for every
inspector; an administrator never sees the register.
"""

from backend.core.actors import Actor, UnitPath
from backend.parties.rules.keeping import in_department
from schemas.core.imports import ImportState
from schemas.core.vocabulary import Role
from schemas.parties.imports import ImportAct

IMPORTERS = (Role.SUPERVISOR, Role.TEAM_LEADER)

FROM: dict[ImportAct, frozenset[ImportState]] = {
    ImportAct.BEGUN: frozenset({ImportState.READ}),
    ImportAct.PORTION_BROUGHT: frozenset({ImportState.RUNNING}),
    ImportAct.PAUSED: frozenset({ImportState.RUNNING}),
    ImportAct.RESUMED: frozenset({ImportState.PAUSED}),
    ImportAct.FINISHED: frozenset({ImportState.RUNNING}),
    ImportAct.GIVEN_UP: frozenset({ImportState.RUNNING, ImportState.PAUSED}),
}
"""From which states each act may happen."""


def may_import(actor: Actor) -> bool:
    """Tell whether an officer imports parties at all."""
    return actor.has(*IMPORTERS)


def may_import_for(actor: Actor, path: UnitPath) -> bool:
    """Tell whether an officer imports into the register of this unit."""
    return may_import(actor) and in_department(actor, path)
