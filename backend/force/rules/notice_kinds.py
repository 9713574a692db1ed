"""Which notices are urgent: they cannot be switched off and break quiet hours (practice B16)."""

from datetime import datetime, timedelta

SHORT = timedelta(hours=24)
"""A time limit of at most this breaks quiet hours and cannot be switched off (practice B16)."""


def is_urgent(due_at: datetime | None, now: datetime, began_at: datetime | None = None) -> bool:
    """Tell whether this is of a time limit of at most 24 hours: it breaks quiet hours.

    Either no more than 24 hours are left, or the whole limit, from `began_at`, is no longer than
    that: then also once it is over.
    """
    if due_at is None:
        return False
    if began_at is not None and due_at - began_at <= SHORT:
        return True
    return now <= due_at <= now + SHORT
