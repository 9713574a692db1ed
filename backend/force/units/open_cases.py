"""Where each open case of a unit goes that is split, and which communes there are, as a group above tells it.

open_cases.know(splitting.plan, splitting.unknown)     # once, in backend/registry.py
await open_cases.planned(unit_id, change)
"""

from collections.abc import Awaitable, Callable, Iterable
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
Unknown = Callable[[Iterable[str]], list[str]]
_planners: list[Planner] = []
_tables: list[Unknown] = []


def know(planner: Planner, unknown: Unknown) -> None:
    """Ask these; naming them again changes nothing."""
    _planners[:] = [planner]
    _tables[:] = [unknown]


async def planned(unit_id: UUID, change: UnitSplit) -> list[PlannedCase]:
    """Return where each open case would go now, by number."""
    return await _planners[0](unit_id, change)


def unknown_communes(codes: Iterable[str]) -> list[str]:
    """Return those of these codes that are of no commune of today, in their order."""
    return _tables[0](codes)
