"""Who publishes the catalogue. The record handler and the pages apply one rule."""

from backend.core.actors import Actor
from schemas.core.vocabulary import Role


def may_publish(actor: Actor) -> bool:
    """Tell whether an officer may propose and confirm changes.

    Only administrators and legal officers of the national office may, since the same law applies to
    the whole force.
    """
    return actor.has(Role.ADMINISTRATOR, Role.LEGAL) and actor.unit.level == 1
