"""Where each open case of a unit goes that is split, as the group of cases tells it: it is above this one.

open_cases.know(splitting.plan)     # once, in backend/registry.py
await open_cases.planned(unit_id, change)
"""

from collections.abc import Awaitable, Callable
from typing import Literal
from uuid import UUID

import msgspec

from schemas.force.restructuring_acts import UnitSplit


class PlannedCase(msgspec.Struct, frozen=True, kw_only=True):
    """An open case of the unit: by number alone, since an administrator reads no case."""

    id: UUID
    number: str
    part_id: UUID
    why: Literal["corrected", "area", "other_area", "officer", "rest"]
    """By the ask itself; by the commune of the act; that commune is not named; by who leads it; neither is known."""
    commune: str | None
    """Code of the commune in which the act happened; None if it is not known."""
    lead: str


Planner = Callable[[UUID, UnitSplit], Awaitable[list[PlannedCase]]]
_planners: list[Planner] = []


def know(planner: Planner) -> None:
    """Ask this one; naming it again changes nothing."""
    _planners[:] = [planner]


async def planned(unit_id: UUID, change: UnitSplit) -> list[PlannedCase]:
    """Return where each open case would go now, by number."""
    return await _planners[0](unit_id, change)
