"""Finds officers by name or number across the force: information may be about an officer of any unit.

    found = await colleagues.search("Nguyễn Văn An")

The directory says name, title and unit, and nothing that is not on an officer's badge (Circular 32/2018 Art 4).
"""

from collections.abc import Iterable
from uuid import UUID

from backend.core.actors import UnitPath
from backend.force.queries import colleagues as queries
from backend.force.queries import units
from backend.force.queries.colleagues import Colleague as Colleague

LEAST = 2
"""Fewest characters that are searched for."""
_MOST = 12
_MOST_TOLD = 50
"""More administrators than the national office has."""


async def search(text: str) -> list[Colleague]:
    """Find at most a dozen officers in service; none for a text that is too short."""
    return await queries.search(text, _MOST) if len(text) >= LEAST else []


async def administrators_over(unit: UnitPath) -> list[Colleague]:
    """Return who administers this unit, the nearest first: of the unit itself and of those above it."""
    above = [one for one in (unit.unit_1, unit.unit_2, unit.unit_3, unit.unit_4) if one is not None]
    return await queries.administrators_of(above, _MOST)


async def administrators_of_the_force() -> list[Colleague]:
    """Return who administers the whole force: those of its first unit, fifty at most."""
    root = await units.find_root()
    return await queries.administrators_of([root.id], _MOST_TOLD) if root else []


async def named(ids: Iterable[UUID]) -> list[Colleague]:
    """Return these officers; unknown ids have none."""
    return await queries.named(list(ids))
