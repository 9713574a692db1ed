"""Parts that several declarations of inspection acts share. Pure."""

from typing import Any

from backend.fieldwork.acts.declaring import (
    ANYWHERE,
    Life,
    Move,
    held,
)
from backend.fieldwork.rules.guard_context import GuardContext
from backend.fieldwork.rules.locked import LockedInspection
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
from schemas.fieldwork.adhoc_plans import Emergency
from schemas.fieldwork.remarks import Comment
from schemas.fieldwork.words import InspectionState as State
from schemas.fieldwork.words import QuarantineCode

KEPT = Life(
    (Move(ANYWHERE - {State.REFUSED}),), (held(QuarantineCode.RECORD_CLOSED, State.REFUSED),)
)
"""Evidence in the older flow: it takes effect in every state but `refused`, where it is held."""


def coordinates(before: str) -> tuple[Line, ...]:
    """The bounds of a point on the earth. `before` is its JSON Pointer within the content."""
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
    """Accept the act as noted: it is kept and shown, and changes nothing."""
    return Accept(next_state=context.next, note=Effect.NOTED)


def unless_signed(context: GuardContext) -> Accept | None:
    """Only note the act if somebody has signed already: signed minutes must not be rewritten."""
    return only_noted(context) if context.signed else None


def not_owner(state: LockedInspection, context: GuardContext) -> Refuse:
    """The refusal that names the officer who owns the minutes."""
    return texts.refusal(
        "not_minutes_owner", {"who": texts.same(context.owner_name)}, owner=str(state.owner_id)
    )


def unheard(content: Any) -> tuple[str, str] | None:
    """Return the exception of an act that did not wait for advice, with its reason; or None."""
    reason = content.unheard
    return ("no_opinion", reason) if isinstance(reason, str) else None


def unheard_or_unplanned(content: Any) -> tuple[str, str] | None:
    """Return the exception of a signature without its plan, or without advice; both reasons if both."""
    silent = unheard(content)
    emergency = content.emergency
    if not isinstance(emergency, Emergency):
        return silent
    return "emergency", "\n".join([emergency.reason, *([silent[1]] if silent else [])])


def misplaced(comments: list[Comment], context: GuardContext) -> Refuse | None:
    """Refuse remarks unless each is about one field, or about one photograph of this inspection."""
    for comment in comments:
        if (comment.at.field is None) == (comment.at.photo_id is None):
            return texts.refusal("comment_target")
        if comment.at.photo_id is not None and comment.at.photo_id not in context.photos_here:
            return texts.refusal("comment_target")
    return None
