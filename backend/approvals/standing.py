"""What a stand-in may see and mend: what came from an officer who is away today, and nothing after.

Standing in gives no role and no unit. It opens the record of each submission that the absent officer made and that
is not over; once it came back, its paper may be mended and submitted again.
"""

from uuid import UUID

import msgspec

from backend.approvals.queries import absences as absence_queries
from backend.approvals.queries import submissions as queries
from backend.approvals.rules import keys
from backend.core import clock
from backend.core.actors import Actor, UnitPath


class Lent(msgspec.Struct, frozen=True, kw_only=True):
    """A record that an officer may see because its submitter is away."""

    path: UnitPath
    """The unit of the record."""
    to_mend: frozenset[UUID]
    """Its papers that came back to the absent officer."""


async def stands_in_for(officer_id: UUID) -> set[UUID]:
    """Return the officers for whom this one stands in today, through stand-ins who are away themselves."""
    today = clock.today()
    return keys.stands_in_for(officer_id, await absence_queries.in_force(today, today))


async def lent(actor: Actor, record_id: UUID) -> Lent | None:
    """Return what a stand-in may do in a record today; None if it was submitted by nobody who is away."""
    away = await stands_in_for(actor.officer_id)
    found = await queries.alive_by(record_id, sorted(away)) if away else []
    if not found:
        return None
    back = frozenset(one.item_id for one in found if one.item_id and one.state == "with_submitter")
    return Lent(path=found[0].path, to_mend=back)


async def record_of(actor: Actor, item_id: UUID) -> UUID | None:
    """Return the record of a paper that was submitted by an officer for whom this one stands in."""
    away = await stands_in_for(actor.officer_id)
    return await queries.record_by(item_id, sorted(away)) if away else None
