"""Who decides from which sum of reasons on two parties are proposed as one, and how long a proposal waits. Pure."""

from collections.abc import Collection
from datetime import datetime, timedelta

from backend.core.actors import Actor, UnitPath
from schemas.core.vocabulary import Role

LIFE = timedelta(days=7)
"""A proposal that nobody answers ends after this time, as one about a unit does (backend/force/rules/unit_asks.py)."""


def lapsed(asked_at: datetime, now: datetime) -> bool:
    """Tell whether a proposal that nobody answered is over."""
    return asked_at + LIFE <= now


def may_decide(actor: Actor) -> bool:
    """Tell whether an officer proposes and confirms sums, which hold for the whole force: an administrator of it."""
    return actor.has(Role.ADMINISTRATOR) and actor.unit.level == 1


def may_still(state: str, roles: Collection[Role], path: UnitPath) -> bool:
    """Tell whether an officer who proposed sums, with this account as it is now, still might."""
    return state == "active" and Role.ADMINISTRATOR in roles and path.level == 1
