"""Who keeps definitions of reports. The record handler and the pages apply one rule."""

from backend.core.actors import Actor
from schemas.core.vocabulary import Role


def may_keep(actor: Actor) -> bool:
    """Tell whether an officer drafts, tries and publishes definitions.

    As with the catalogue: administrators and legal officers of the national office, since one form of report is the
    whole force's. Two of them are needed (docs/decisions/0079).
    """
    return actor.has(Role.ADMINISTRATOR, Role.LEGAL) and actor.unit.level == 1
