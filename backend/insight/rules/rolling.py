"""Which sums an event goes into. Pure.

Sums exist where an answer would otherwise read more than some ten thousand events: of the whole force at every grain,
of a department by field and party, of a team as a whole. The rest is read from the events themselves, by their index
on place and day.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal
from uuid import UUID

from backend.core.actors import UnitPath
from backend.insight.rules import halves
from backend.insight.rules.counting.counted import Cell, Counted
from schemas.insight.figures import CountedParty

Span = Literal["half", "day"]
HALF_GRAINS: dict[int, tuple[int, ...]] = {1: (0, 1, 2), 2: (0, 1), 3: (0,), 4: (0,)}
"""By level of the unit: the grains at which half months are summed."""
DAY_GRAINS: dict[int, tuple[int, ...]] = {1: (0, 1)}
"""The same for single days."""


@dataclass(frozen=True)
class Key:
    """Names one sum."""

    unit_id: UUID
    span: Span
    starts_on: date
    grain: int
    cell: Cell


@dataclass
class Sums:
    """What one sum changes by."""

    count: int = 0
    amount: int = 0
    annulled: int = 0
    annulled_amount: int = 0

    def add(self, one: Counted, sign: int) -> None:
        """Add an event, or take it out with -1."""
        self.count += sign * one.count
        self.amount += sign * one.amount
        if one.annulled_on is not None:
            self.annulled += sign * one.count
            self.annulled_amount += sign * one.amount

    def __bool__(self) -> bool:
        return any((self.count, self.amount, self.annulled, self.annulled_amount))


def coarser(cell: Cell, grain: int) -> Cell:
    """Return the cell with what its grain does not tell apart left out."""
    if grain == 2:
        return cell
    if grain == 1:
        return replace(cell, behaviour="")
    return Cell(cell.event, cell.detail, "", "", CountedParty.NOBODY)


def change(sums: dict[Key, Sums], events: Iterable[tuple[UnitPath, Counted]], sign: int) -> None:
    """Add events to the sums that they go into, or take them out with -1."""
    for path, one in events:
        units = [unit for unit in (path.unit_1, path.unit_2, path.unit_3, path.unit_4) if unit]
        spans: tuple[tuple[Span, date, dict[int, tuple[int, ...]]], ...] = (
            ("half", halves.start_of(one.happened_on), HALF_GRAINS),
            ("day", one.happened_on, DAY_GRAINS),
        )
        for level, unit_id in enumerate(units, 1):
            for span, starts_on, grains in spans:
                for grain in grains.get(level, ()):
                    key = Key(unit_id, span, starts_on, grain, coarser(one.cell, grain))
                    sums.setdefault(key, Sums()).add(one, sign)
