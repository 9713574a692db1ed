"""For whom a place in a team waits after a hand-over, as a group above tells it: inspections are read there.

teams.know(teams_waiting.waits_for)     # once, in backend/registry.py
await teams.waits_for(actor, inspection_id, officer_id)
"""

from collections.abc import Awaitable, Callable
from uuid import UUID

from backend.core.actors import Actor

WaitsFor = Callable[[Actor, UUID, UUID], Awaitable[bool]]
_known: list[WaitsFor] = []


def know(waits: WaitsFor) -> None:
    """Ask this one; naming it again changes nothing."""
    _known[:] = [waits]


async def waits_for(actor: Actor, inspection_id: UUID, officer_id: UUID) -> bool:
    """Tell whether the place of this officer in the team of this inspection waits for the actor's decision."""
    return await _known[0](actor, inspection_id, officer_id)
