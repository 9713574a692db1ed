"""How urgent a thing is, and which things a filter shows. Pure.

Work is ordered by its *place*, a moment: the end of its time limit if it has one. What came back to the officer
counts as if it were due a day after its return, unless its limit ends before: it comes after what is overdue or due
within a day, and before the rest, however late its limit is. A draft for which a team waits in the shop counts as
if it were due at once, and what has no limit comes last, the longest waiting first. A place is only for sorting and
is never shown as a limit.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

SOON = timedelta(hours=24)
"""What the count "due in 24 hours" means."""
AFTER_RETURN = timedelta(hours=24)
"""Where a thing that came back stands, unless its limit ends before. The officer who returned it waits for it."""


class Show(StrEnum):
    """A part of the list, as the address names it."""

    ALL = "all"
    OVERDUE = "overdue"
    SOON = "soon"
    """Due within 24 hours."""
    RETURNED = "returned"


class Band(StrEnum):
    """How a row is marked."""

    OVERDUE = "overdue"
    SOON = "soon"
    RETURNED = "returned"
    LATER = "later"
    WAITS = "waits"
    """It has no limit."""


class Thing(Protocol):
    """What these rules read of a thing."""

    @property
    def due(self) -> datetime | None:
        """The end of its time limit."""

    @property
    def returned(self) -> bool:
        """Whether it came back to the officer."""


def shown(text: str) -> Show:
    """Read a filter from an address; anything unknown shows all."""
    return Show(text) if text in set(Show) else Show.ALL


def band(thing: Thing, now: datetime) -> Band:
    """Return how a thing is marked: the gravest of what holds."""
    if thing.due is not None and thing.due <= now:
        return Band.OVERDUE
    if thing.due is not None and thing.due <= now + SOON:
        return Band.SOON
    if thing.returned:
        return Band.RETURNED
    return Band.LATER if thing.due is not None else Band.WAITS


def place(due: datetime | None, returned_at: datetime | None, forever: datetime) -> datetime:
    """Return where a thing stands in the order. `returned_at`: when it came back, if it did."""
    back = forever if returned_at is None else returned_at + AFTER_RETURN
    return min(back, due or forever)
