"""Which lists of work an officer has, by role. Pure."""

from backend.core.actors import Actor
from schemas.core.vocabulary import Role

_ON_TEAMS = (Role.INSPECTOR, Role.TEAM_LEADER)
_CHECKS = (Role.AUDITOR, Role.LEGAL)
"""The list of exceptions shows these roles how many violations no case follows. They see only the
list of those."""
_OF_A_SUPERVISOR = ("drafts", "asked", "inspections", "held", "unknown")


def works(actor: Actor) -> bool:
    """Tell whether the officer rules on inspections or is on teams; no work waits for others."""
    return actor.has(Role.SUPERVISOR, *_ON_TEAMS)


def lists_of(actor: Actor) -> tuple[str, ...]:
    """Return the lists that this officer has, in their order on the page."""
    if not works(actor):
        return ("unopened",) if actor.has(*_CHECKS) else ()
    return (
        *(_OF_A_SUPERVISOR if actor.has(Role.SUPERVISOR) else ()),
        *("unopened", "cases"),
        *(("mine",) if actor.has(*_ON_TEAMS) else ()),
    )
