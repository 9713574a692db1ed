"""What a reader may do with a recorded delegation. Pure; the door judges again."""

from datetime import date
from typing import Any

import msgspec

from backend.core.actors import Actor
from schemas.core.vocabulary import Role


class Permitted(msgspec.Struct, frozen=True, kw_only=True):
    """What he may do with it now."""

    confirm: bool
    waits: bool
    """It is to be confirmed by another than he who entered it."""
    end: bool


def permitted(row: Any, actor: Actor, today: date) -> Permitted:
    """Of who keeps the register or heads a unit, and is not who was given the powers."""
    runs = not row["ended_on"] or (row["confirmed_at"] and row["ended_on"] > today)
    keeps = actor.has(Role.CLERK, Role.SUPERVISOR) and actor.officer_id != row["receiver_id"]
    may = bool(runs and keeps)
    unconfirmed = may and not row["confirmed_at"]
    own = actor.officer_id == row["entered_by"]
    return Permitted(confirm=unconfirmed and not own, waits=unconfirmed and own, end=may)
