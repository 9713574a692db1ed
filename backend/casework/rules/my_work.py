"""Which lists of work an officer has, by his roles. Pure."""

from backend.core.actors import Actor
from schemas.core.vocabulary import Role

_ON_TEAMS = (Role.INSPECTOR, Role.TEAM_LEADER)
_CHECKS = (Role.AUDITOR, Role.LEGAL)
"""To whom the list of exceptions shows how many violations no case follows; it leads them to that list alone."""
_OF_A_SUPERVISOR = ("drafts", "asked", "inspections", "held", "unknown")


def works(actor: Actor) -> bool:
    """Whether he rules on inspections or is on teams: for others no work waits."""
    return actor.has(Role.SUPERVISOR, *_ON_TEAMS)


def lists_of(actor: Actor) -> tuple[str, ...]:
    """Which lists this officer has, in their order on the page."""
    if not works(actor):
        return ("unopened",) if actor.has(*_CHECKS) else ()
    return (
        *(_OF_A_SUPERVISOR if actor.has(Role.SUPERVISOR) else ()),
        *("unopened", "cases"),
        *(("mine",) if actor.has(*_ON_TEAMS) else ()),
    )
