"""Which changes of people need a second person, and who that may be. Pure (PRACTICE B5).

A reset, a role above an inspector's, a head's position, a move upwards and any move of who holds such a power make
somebody able to sign, approve or administer, or to do it elsewhere: whoever could do one of them alone could become
anybody. Never the asker, never the officer himself.
"""

from collections.abc import Collection
from datetime import timedelta
from typing import Literal
from uuid import UUID

from backend.core import scope
from backend.core.actors import Actor, UnitPath
from schemas.core.vocabulary import Role

Kind = Literal["role", "position", "reset", "move", "reinstate", "position_end"]

ASK_LIFE = timedelta(days=7)
"""An ask that nobody answers ends: a week has everybody at work once."""
FIELD_AFTER = timedelta(hours=4)
"""A reset that nobody answered for so long opens for work on site alone, until it is confirmed (PRACTICE B5)."""
FIELD_ROLES = frozenset({Role.INSPECTOR, Role.TEAM_LEADER})
"""What of an officer's roles such credentials open, on the phone; the desk stays shut (queries/sessions.py)."""
LINK_WITHIN = timedelta(hours=24)
"""How long after the confirmation the link of a reset can be made: the officer is told by then, and can object."""
OF_LITTLE_POWER = frozenset({Role.INSPECTOR})
"""Roles that one administrator gives alone: their holder sees and signs no more than what he does himself."""


def grave_role(role: Role) -> bool:
    """Tell whether a role needs a second person."""
    return role not in OF_LITTLE_POWER


def grave_title(*, controllers: bool) -> bool:
    """Tell whether a position needs a second person: every one that is not plainly a market controller's.

    A controller (kiểm soát viên) sanctions on the spot and signs nothing for others (Law 15/2012 Art 45). A title that
    nobody knows may read as a head's on minutes and decisions: who gives it alone invents a head.
    """
    return not controllers


def upwards(present: UnitPath, target: UnitPath) -> bool:
    """Tell whether a move leads to a higher level: whoever reads his unit and below would read more."""
    return target.level < present.level


def heads(
    holders: Collection[tuple[UUID, int]], officer_id: UUID, own_level: int | None
) -> frozenset[UUID]:
    """Who answers as an officer's head, of those who hold a head's post today: (who, level of the post's unit).

    `own_level` is the level of the unit that the officer heads himself, None where he heads none. Nobody beneath a
    head, or beside him, answers for him; a deputy answers for nobody (PRACTICE B5: "the officer's head"; Law 15/2012
    Art 54: a deputy decides under a delegation alone, and none is about people).
    """
    return frozenset(
        who
        for who, level in holders
        if who != officer_id and (own_level is None or level < own_level)
    )


def objection(
    kind: Kind,
    asked_by: UUID,
    officer_id: UUID,
    path: UnitPath,
    heads: Collection[UUID],
    actor: Actor,
) -> str | None:
    """Why this actor may not confirm this ask; None where he may. `path` is the ask's unit, `heads` the officer's.

    For a head's position: somebody of the level above, or a clerk (văn thư) who keeps the unit's decisions. Else
    another administrator who covers the officer, or the officer's head.
    """
    if actor.face == "phone":
        return "not_from_phone"
    if actor.officer_id == asked_by:
        return "ask_own"
    if actor.officer_id == officer_id:
        return "own_account"
    if not scope.covers(actor, path):
        return "officer_unknown"
    if kind in ("position", "position_end"):
        above = actor.unit.level < path.level and actor.has(Role.SUPERVISOR, Role.ADMINISTRATOR)
        return None if above or actor.has(Role.CLERK) else "ask_not_yours"
    return None if actor.has(Role.ADMINISTRATOR) or actor.officer_id in heads else "ask_not_yours"
