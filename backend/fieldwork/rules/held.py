"""What the page of an inspection tells this reader about each held act. Pure.

Computed from the reader's view only; `ledger.record` (the one door) judges again.
"""

import msgspec

from backend.core.actors import Actor
from backend.fieldwork.rules import flow, inspections
from schemas.core.vocabulary import Role
from schemas.fieldwork.inspections import InspectionView, QuarantinedView
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import QuarantineCode


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A held act, with the remarks that the page shows next to it."""

    act: QuarantinedView
    after_final: bool
    """It came after the minutes were final (newer flow). No decision can make it change them."""
    never: bool
    """Nobody can put it into effect, because its signature is wrong."""
    beside: bool
    """It is not decided on here. It is shown beside the minutes in force, and set aside there."""
    by_another: bool
    """It waits for another supervisor's decision, not for this reader's."""


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
