"""Which changes of people need a second person, and who may confirm them. Pure (PRACTICE B5).

These are a reset, a role above an inspector's, a head's position, a move upwards, and any move of
an officer who holds such a power. Each lets somebody sign, approve or administer, or do so
elsewhere: an administrator who could do one of them alone could act as anybody. Neither the asker
nor the officer may confirm.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from backend.core import scope
from backend.core.actors import Actor, UnitPath
from schemas.core.vocabulary import Role

Kind = Literal["role", "position", "reset", "move", "reinstate", "position_end", "emergency"]

ASK_LIFE = timedelta(days=7)
"""An ask that nobody answers ends after this time: within a week everybody is at work once."""
FIELD_AFTER = timedelta(hours=4)
"""After this time an unanswered reset opens for work on site only, until it is confirmed (PRACTICE
B5)."""
FIELD_ROLES = frozenset({Role.INSPECTOR, Role.TEAM_LEADER})
"""Those of an officer's roles that such credentials open, on the phone; the desk stays closed
(queries/sessions.py)."""
LINK_WITHIN = timedelta(hours=24)
"""How long after the confirmation the link of a reset can be made: time for the officer to read the
notice and object."""


def emergency_ends(confirmed_at: datetime, hours: int) -> datetime:
    """Return when emergency access ends by itself."""
    return confirmed_at + timedelta(hours=hours)


OF_LITTLE_POWER = frozenset({Role.INSPECTOR})
"""Roles that one administrator gives alone: their holders see and sign no more than their own work."""


def grave_role(role: Role) -> bool:
    """Tell whether a role needs a second person."""
    return role not in OF_LITTLE_POWER


def grave_title(*, controllers: bool) -> bool:
    """Tell whether a position needs a second person: all do but those of a market inspector.

    A controller (kiểm soát viên) sanctions on the spot and signs nothing for others (Law 15/2012
    Art 45). An unknown title may read as a head's on minutes and decisions: an administrator who
    could give it alone could invent a head.
    """
    return not controllers


def upwards(present: UnitPath, target: UnitPath) -> bool:
    """Tell whether a move leads to a higher level.

    Officers read their unit and below, so there they would read more.
    """
    return target.level < present.level


def heads(
    holders: Collection[tuple[UUID, int]], officer_id: UUID, own_level: int | None
) -> frozenset[UUID]:
    """Return who answers as an officer's head, among those who hold a head's post today.

    `holders` pairs each of them with the level of the post's unit. `own_level` is the level of the
    unit that the officer heads, or None. Nobody below or beside a head answers for that head. A
    deputy answers for nobody (PRACTICE B5: "the officer's head"; Law 15/2012 Art 54: a deputy
    decides only under a delegation, and none is about people).
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
    """Return why this actor may not confirm this ask; None if they may.

    `path` is the ask's unit, `heads` the officer's heads. A head's position is confirmed by a
    supervisor or administrator of a level above, or by a clerk (văn thư) who keeps the unit's
    decisions. Emergency access is confirmed by a supervisor who is no administrator: administrators
    alone give nobody what they may not read themselves. Everything else is confirmed by another
    administrator who covers the officer, or by the officer's head.
    """
    if actor.face == "phone":
        return "not_from_phone"
    if actor.officer_id == asked_by:
        return "ask_own"
    if actor.officer_id == officer_id:
        return "own_account"
    if not scope.covers(actor, path):
        return "officer_unknown"
    if kind == "emergency":
        rules = actor.has(Role.SUPERVISOR) and not actor.has(Role.ADMINISTRATOR)
        return None if rules else "ask_not_yours"
    if kind in ("position", "position_end"):
        above = actor.unit.level < path.level and actor.has(Role.SUPERVISOR, Role.ADMINISTRATOR)
        return None if above or actor.has(Role.CLERK) else "ask_not_yours"
    return None if actor.has(Role.ADMINISTRATOR) or actor.officer_id in heads else "ask_not_yours"
