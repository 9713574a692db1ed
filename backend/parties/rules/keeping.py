"""Who keeps the register: those who work on inspections, each in the own department. Pure."""

from backend.core.actors import Actor, UnitPath
from schemas.core.vocabulary import Role

KEEPERS = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR)
_DEPARTMENT = 2


def may_keep(actor: Actor, path: UnitPath) -> bool:
    """Tell whether an officer registers and corrects parties of this unit."""
    return actor.face == "cli" or (actor.has(*KEEPERS) and in_department(actor, path))


def in_department(actor: Actor, path: UnitPath) -> bool:
    """Tell whether a unit lies in the officer's department; for the nation's office, anywhere."""
    level = min(actor.unit.level, _DEPARTMENT)
    return path.as_tuple()[level - 1] == actor.unit.as_tuple()[level - 1]
