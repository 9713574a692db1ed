"""What a reader may do with a recorded delegation.

Pure; `ledger.record` (the one door) judges again.
"""

from datetime import date

import msgspec

from backend.core.actors import Actor
from backend.force.rules.delegations import Recorded
from schemas.core.vocabulary import Role


class Permitted(msgspec.Struct, frozen=True, kw_only=True):
    """What the reader may do with it now."""

    confirm: bool
    waits: bool
    """It waits for a confirmation by somebody other than this reader, who entered it."""
    end: bool


def permitted(row: Recorded, actor: Actor, today: date) -> Permitted:
    """Decide for an officer who keeps the register or heads a unit.

    The receiver of the powers may do nothing with the entry.
    """
    runs = not row.ended_on or (row.confirmed_at and row.ended_on > today)
    keeps = actor.has(Role.CLERK, Role.SUPERVISOR) and actor.officer_id != row.receiver_id
    may = bool(runs and keeps)
    unconfirmed = may and not row.confirmed_at
    own = actor.officer_id == row.entered_by
    return Permitted(confirm=unconfirmed and not own, waits=unconfirmed and own, end=may)
