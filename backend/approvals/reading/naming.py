"""Officers as forms of routes and absences name them: by username or full name."""

from collections.abc import Sequence
from uuid import UUID

from backend.approvals.queries import people as queries
from backend.approvals.queries.people import Named as Named
from backend.core.actors import Actor
from schemas.fieldwork.inspections import UnitChoice

SUGGESTED = 300
"""The most that a form suggests; others are searched."""


async def named(text: str, actor: Actor) -> list[Named]:
    """Return the active officers of the actor's department who are so called.

    Officers of a department stand in for each other across its teams; one of the nation's unit may
    name anybody.
    """
    return await queries.named(text.strip(), *_department(actor), SUGGESTED)


async def like(words: list[str], actor: Actor) -> list[Named]:
    """Return the active officers of the actor's department whom folded words may mean: one over SUGGESTED if more."""
    return await queries.like(words, *_department(actor), SUGGESTED + 1)


async def these(
    actor: Actor, ids: Sequence[UUID] = (), usernames: Sequence[str] = ()
) -> list[Named]:
    """Return these officers, as far as they are active and of the actor's department."""
    return await queries.these(ids, usernames, *_department(actor))


def _department(actor: Actor) -> tuple[int, UUID]:
    """Return the level and the id of the unit whose officers stand in for each other."""
    level = min(actor.unit.level, 2)
    return level, actor.unit.as_tuple()[level - 1] or actor.unit.unit_1


async def units_of(actor: Actor) -> list[UnitChoice]:
    """Return the units for which an officer may keep routes: the own and those below."""
    return await queries.units_of(actor)
