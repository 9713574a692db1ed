"""A limit in a list: what is left of it, and its colour. Amber and red are for risk alone."""

from datetime import datetime, timedelta

from admin_ui.shell.clock_words import clock_end, clock_rest
from admin_ui.shell.listing.table import Cell, Tone
from admin_ui.shell.words import Language

SOON = timedelta(days=2)
"""A limit that ends within this time is shown in amber."""


def tone(due_at: datetime, now: datetime) -> Tone:
    """Return red for a limit that is over, amber for one that ends soon."""
    if due_at <= now:
        return "late"
    return "soon" if due_at - now <= SOON else ""


def cell(due_at: datetime, name: str, now: datetime, language: Language) -> Cell:
    """Return what is left until a limit, with its name and its end as the `title`."""
    return Cell(
        text=clock_rest(due_at, now, language),
        tone=tone(due_at, now),
        whole=f"{name}: {clock_end(due_at, language)}",
    )
