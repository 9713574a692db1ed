"""Which units' sums give a unit's figures, by either reading of a reorganised force. Pure.

Units of then: whose record it was on the day it happened. Units of today: what any unit counted whose work this one
has now. How things stand at the end of a period (a stock) is that of the units of its last day: what a unit that was
closed before still owed or waited for, its successor has. A unit's sums have its whole subtree, so the answer is the
highest units of which everything belongs to the asked one.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal
from uuid import UUID

import msgspec

from backend.core.actors import UnitPath
from backend.insight.rules import placing
from backend.insight.rules.placing import Standing

Reading = Literal["then", "today"]


class Cover(msgspec.Struct, frozen=True, kw_only=True):
    """Where the figures of a unit are found."""

    units: dict[UUID, int]
    """Units whose sums together are the figures, each with the lowest level it had; none overlaps another."""
    places: list[int]
    """The same as places of events."""


def cover(
    unit: UUID, places: Mapping[UnitPath, int], units: Mapping[UUID, Standing], day: date | None
) -> Cover:
    """Return where the figures of a unit are found. Empty if nothing was ever counted in it.

    `day` is that whose units have what closed ones counted; None leaves all where it was counted.
    """
    inside = {path: place for path, place in places.items() if _belongs(path, unit, day, units)}
    outside = [path for path in places if path not in inside]
    mixed = {one for path in outside for one in path.as_tuple() if one} | _torn(inside)
    found: dict[UUID, int] = {}
    for path in inside:
        for level, one in enumerate(_ids(path), 1):
            if one not in mixed:
                found[one] = max(level, found.get(one, 0))
                break
        else:
            # Its own records are asked for, but not all of those below it: only its events tell them.
            found[path.unit_id] = 0
    return Cover(units=found, places=sorted(inside.values()))


def _torn(paths: Iterable[UnitPath]) -> set[UUID]:
    """Return units of which something below lies, on other days, outside of them: their sums would count it twice."""
    known = [_ids(path) for path in paths]
    always: dict[UUID, set[UUID]] = {}
    for ids in known:
        for level, one in enumerate(ids):
            above = set(ids[:level])
            always[one] = always[one] & above if one in always else above
    return {
        above
        for ids in known
        for level, one in enumerate(ids)
        for above in ids[:level]
        if above not in always[one]
    }


def _ids(path: UnitPath) -> list[UUID]:
    return [one for one in path.as_tuple() if one]


def _belongs(path: UnitPath, unit: UUID, day: date | None, units: Mapping[UUID, Standing]) -> bool:
    at = path if day is None else placing.place(path.unit_id, day, units)
    return unit in _ids(at)
