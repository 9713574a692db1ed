"""The colour of a limit in a list: amber and red are for risk alone."""

from datetime import datetime, timedelta

from admin_ui.shell.listing.table import Tone

SOON = timedelta(days=2)
"""A limit that ends within this time is shown in amber."""


def tone(due_at: datetime, now: datetime) -> Tone:
    """Return red for a limit that is over, amber for one that ends soon."""
    if due_at <= now:
        return "late"
    return "soon" if due_at - now <= SOON else ""
