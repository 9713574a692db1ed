"""The records that an officer opened last at the desk, for the rail of every page.

They are read with the session (backend.force.queries.sessions), so that a page asks nothing more. It
is a convenience and no proof: what must be known of readings is on the access log.
"""

from uuid import UUID

from backend.core import clock
from backend.core.actors import Actor
from backend.force.queries import seen as queries

KEPT = 12
"""How many an officer keeps. The rail shows fewer: what is open at present is not among them."""
_LONGEST = 200


async def opened(actor: Actor, address: str, title: str) -> None:
    """Put a record first among the last ones. Opens no transaction: each statement stands alone."""
    await queries.put_first(
        actor.officer_id, address[:_LONGEST], title[:_LONGEST] or address, clock.now()
    )
    await queries.trim(actor.officer_id, KEPT)


async def gone(officer_id: UUID, address: str) -> None:
    """Take a record out that its officer does not see any more: it was moved, or their post was."""
    await queries.forget(officer_id, address)
