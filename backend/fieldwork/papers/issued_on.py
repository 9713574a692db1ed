"""The day that the head of minutes states: the day on which they ended."""

from datetime import date, datetime
from typing import Any

from backend.core import local_time


def of_minutes(fields: dict[str, Any]) -> date | None:
    """Return the day of Vietnam on which the minutes ended; None if they do not say."""
    ended = fields.get("ended_at")
    if not ended:
        return None
    return datetime.fromisoformat(ended).astimezone(local_time.SINCE_1975).date()
