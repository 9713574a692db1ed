"""Who decides from which sum of reasons on two parties are proposed as one. Pure."""

from backend.core.actors import Actor
from schemas.core.vocabulary import Role


def may_decide(actor: Actor) -> bool:
    """Tell whether an officer proposes and confirms sums, which hold for the whole force: an administrator of it."""
    return actor.has(Role.ADMINISTRATOR) and actor.unit.level == 1
