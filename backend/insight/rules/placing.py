"""Where an event is counted: the unit whose record it was on the day it happened. Pure.

A record keeps the unit in which it began. When that unit is closed its work goes to the successor, and so do the
events from that day on: units of then. A unit that moved has its events where it lay on
their day. How things stand on another day, place() tells too, of the unit in which they
were counted.
"""

from collections.abc import Mapping
from datetime import date
from typing import Protocol
from uuid import UUID

from backend.core.actors import UnitPath

_LONGEST = 50
"""Steps of succession; more is a circle, which the force's rules do not let in."""


class Standing(Protocol):
    """A unit as far as its succession goes."""

    @property
    def valid_to(self) -> date | None:
        """First day no longer in force."""

    @property
    def successor_id(self) -> UUID | None:
        """Who took over its work."""

    def path_on(self, day: date) -> UnitPath:
        """The unit with its ancestors of a day: it may have moved since."""


def place(owner: UUID, day: date, units: Mapping[UUID, Standing]) -> UnitPath:
    """Return the path of the unit that had the record on a day."""
    unit = units[owner]
    for _ in range(_LONGEST):
        closed = unit.valid_to is not None and unit.valid_to <= day
        if not closed or unit.successor_id is None:
            break
        unit = units[unit.successor_id]
    return unit.path_on(day)
