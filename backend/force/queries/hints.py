"""Queries of the hints that officers have put away."""

from datetime import datetime
from uuid import UUID

from backend.core import database
from backend.force.tables.hints import DismissedHint


async def dismiss(officer_id: UUID, hint: str, at: datetime) -> None:
    """Put a hint away; a second time changes nothing."""
    await database.execute(
        "INSERT INTO dismissed_hints (officer_id, hint, dismissed_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        officer_id,
        hint,
        at,
    )


async def restore(officer_id: UUID, hint: str) -> None:
    """Show a hint again."""
    theirs = DismissedHint.officer_id == officer_id
    await DismissedHint.delete().where(theirs & (DismissedHint.hint == hint))
