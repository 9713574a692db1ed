"""The hints of the desk that officers put away, by name. They are read with the session: a page asks nothing more."""

from backend.core import clock
from backend.core.actors import Actor
from backend.force.queries import hints as queries


async def dismiss(actor: Actor, hint: str) -> None:
    """Show a hint to this officer no more. Opens no transaction: one statement."""
    await queries.dismiss(actor.officer_id, hint, clock.now())


async def restore(actor: Actor, hint: str) -> None:
    """Show a hint to this officer again."""
    await queries.restore(actor.officer_id, hint)
