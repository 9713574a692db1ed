"""What the page of an inspection says of each act that is held, to this reader. Pure.

Read off the view that its reader has; the door judges again.
"""

import msgspec

from backend.core.actors import Actor
from backend.fieldwork.rules import flow, inspections
from schemas.core.vocabulary import Role
from schemas.fieldwork.inspections import InspectionView, QuarantinedView
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import QuarantineCode


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A held act, and what is said beside it."""

    act: QuarantinedView
    after_final: bool
    """It came to minutes that are final by the newer flow: nothing of it changes them, whoever decides."""
    never: bool
    """Nobody puts it in effect: its signature is wrong."""
    beside: bool
    """Nobody decides on it here: it is shown beside the minutes in force, and set aside there."""
    by_another: bool
    """It waits for a decision, and not for this reader's, though he decides on others."""


def acts(view: InspectionView, actor: Actor) -> list[Held]:
    """Every held act of an inspection, in the view's order."""
    return [_told(view, held, actor) for held in view.quarantined]


def _told(view: InspectionView, held: QuarantinedView, actor: Actor) -> Held:
    newer, open_ = view.minutes_flow == FLOW, not held.decided
    beside = open_ and newer and held.code in flow.NEVER_ADMITTED
    return Held(
        act=held,
        after_final=newer and held.code == QuarantineCode.MINUTES_FINAL,
        never=held.code in inspections.NEVER_ADMITTED,
        beside=beside,
        by_another=open_ and not beside and not held.decisions and actor.has(Role.SUPERVISOR),
    )
