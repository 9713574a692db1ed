"""What several acts of an inspection have in common. Pure."""

from typing import Any

from backend.fieldwork.acts.declaring import (
    ANYWHERE,
    Life,
    Move,
    held,
)
from backend.fieldwork.rules.guard_context import GuardContext
from backend.fieldwork.rules.steps import Effect
from backend.fieldwork.texts import inspections as texts
from backend.ledger.bounds.edges import Fixed, Later, Made, Now
from backend.ledger.bounds.table import (
    CLOCK,
    COORDINATE,
    LAW,
    MOST_ACCURACY_MM,
    PLACE,
    ZERO,
    Line,
    bound,
)
from backend.ledger.handlers import Accept, Refuse
from schemas.fieldwork.remarks import Comment
from schemas.fieldwork.words import InspectionState as State
from schemas.fieldwork.words import QuarantineCode

KEPT = Life(
    (Move(ANYWHERE - {State.REFUSED}),), (held(QuarantineCode.RECORD_CLOSED, State.REFUSED),)
)
"""Evidence by the older flow: it joins wherever the inspection stands, until the end."""


def coordinates(before: str) -> tuple[Line, ...]:
    """The bounds of a point on the earth. `before`: where it stands in the content, as a JSON Pointer."""
    return tuple(
        bound(f"{before}/{name}", Fixed(-most), Fixed(most), PLACE)
        for name, most in COORDINATE.items()
    )


def position(before: str) -> tuple[Line, ...]:
    """The bounds of a position as a phone measures it."""
    return (
        *coordinates(before),
        bound(f"{before}/accuracy_mm", ZERO, Fixed(MOST_ACCURACY_MM), PLACE),
        bound(f"{before}/fixed_at", LAW, Later(Now(1440), Made(1)), CLOCK),
    )


def only_noted(context: GuardContext) -> Accept:
    """It is kept and shown, and moves nothing."""
    return Accept(next_state=context.next, note=Effect.NOTED)


def unless_signed(context: GuardContext) -> Accept | None:
    """What comes after the first signature is only noted: nobody rewrites what people signed."""
    return only_noted(context) if context.signed else None


def not_owner(state: Any, context: GuardContext) -> Refuse:
    """The minutes are another's."""
    return texts.refusal(
        "not_minutes_owner", {"who": texts.same(context.owner_name)}, owner=str(state["owner_id"])
    )


def misplaced(comments: list[Comment], context: GuardContext) -> Refuse | None:
    """Each remark stands at one field, or at one photograph of this inspection."""
    for comment in comments:
        if (comment.at.field is None) == (comment.at.photo_id is None):
            return texts.refusal("comment_target")
        if comment.at.photo_id is not None and comment.at.photo_id not in context.photos_here:
            return texts.refusal("comment_target")
    return None
