"""Queries of the hints that officers have put away."""

from datetime import datetime
from uuid import UUID

from backend.force.tables.hints import DismissedHint


async def dismiss(officer_id: UUID, hint: str, at: datetime) -> None:
    """Put a hint away; a second time changes nothing."""
    row = DismissedHint(officer_id=officer_id, hint=hint, dismissed_at=at)
    await DismissedHint.insert(row).on_conflict(action="DO NOTHING")


async def restore(officer_id: UUID, hint: str) -> None:
    """Show a hint again."""
    theirs = DismissedHint.officer_id == officer_id
    await DismissedHint.delete().where(theirs & (DismissedHint.hint == hint))
