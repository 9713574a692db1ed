"""Finds which unit handles information about officers, and whose colleagues never see it."""

from collections.abc import Sequence
from uuid import UUID

from backend.core.errors import NotFound
from backend.intake.queries import informations as queries
from backend.intake.rules import routing as rules
from backend.intake.rules.routing import Handled


async def handled(officers: Sequence[UUID]) -> Handled | None:
    """Return who handles information about these officers; None if one of them is nobody."""
    found = await queries.named(sorted(officers))
    if {one.id for one in found} != set(officers):
        return None
    return rules.above([one.path for one in found])


async def require_handled(officers: Sequence[UUID]) -> Handled:
    """Return who handles information about these officers. Raises NotFound if one of them is nobody."""
    found = await handled(officers)
    if found is None:
        raise NotFound(what="officer")
    return found


async def barred_units(officers: Sequence[UUID]) -> set[UUID]:
    """Return the units of these officers: nobody of them, or below them, sees information about these officers."""
    return {one.path.unit_id for one in await queries.named(sorted(officers))}
