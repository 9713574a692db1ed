"""Who matches a decision signed by hand, and by when. Pure.

PRACTICE B3: anybody of the office but the inspector who began from it and the officer who signed it,
within 48 hours.
"""

from datetime import timedelta
from uuid import UUID

from backend.core import scope
from backend.core.actors import Actor, UnitPath
from schemas.core.vocabulary import Role
from schemas.fieldwork.decisions import DecisionInForce

MATCHED_WITHIN = timedelta(hours=48)
"""By the clock, from its arrival: before, nobody at the desk could know of it."""
SETTLED = ("paper", "sheets")
_MATCHES = (Role.CLERK, Role.SUPERVISOR)


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are the same but for spaces and capitals."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def may_match(actor: Actor, path: UnitPath, begun_by: UUID, signed_by: str, own_name: str) -> bool:
    """Tell whether the officer is the second person. `signed_by` is the signer's name as typed."""
    able = actor.has(*_MATCHES) and scope.covers(actor, path)
    return able and actor.officer_id != begun_by and not same_name(signed_by, own_name)


def team_fault(decision: DecisionInForce, officer_id: UUID, known: set[UUID]) -> bool:
    """Tell whether the team is no team: without the maker, without one leader, or of people unknown."""
    named = [one.officer_id for one in decision.team]
    leaders = [one for one in decision.team if one.leader]
    whole = len(leaders) == 1 and len(set(named)) == len(named)
    return not whole or officer_id not in named or not known.issuperset(named)
