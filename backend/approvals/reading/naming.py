"""Officers as forms of routes and absences name them: by username or full name."""

from backend.approvals.queries import people as queries
from backend.approvals.queries.people import Named as Named
from backend.core.actors import Actor
from schemas.fieldwork.inspections import UnitChoice

SUGGESTED = 300
"""The most that a form suggests; others are typed in full."""


async def named(text: str, actor: Actor) -> list[Named]:
    """Return the active officers of the actor's department who are so called.

    Officers of a department stand in for each other across its teams; one of the nation's unit may
    name anybody.
    """
    level = min(actor.unit.level, 2)
    unit_id = actor.unit.as_tuple()[level - 1] or actor.unit.unit_1
    return await queries.named(text.strip(), level, unit_id, SUGGESTED)


async def units_of(actor: Actor) -> list[UnitChoice]:
    """Return the units for which an officer may keep routes: the own and those below."""
    return await queries.units_of(actor)
