"""Notices of delegations, to the head whose powers these are, the deputy, and who entered it.

A clerk enters the delegation from paper and another person confirms it. A head who never signed it
would notice.
"""

from typing import Any

from backend.core import formats
from backend.core.actors import Actor
from backend.force.notices import service as notices
from backend.force.queries import delegations as queries
from schemas.core.problems import Text
from schemas.force import delegations as acts


async def tell(content: Any, actor: Actor) -> None:
    """Send the notices to all of them except the actor."""
    row = await queries.named(content.delegation_id)
    if row is None:
        raise LookupError(f"no delegation {content.delegation_id}")
    words: dict[str, str | Text] = {
        "by": actor.full_name,
        "number": row.number,
        "day": formats.day(row.decided_on),
        "giver": row.giver,
        "receiver": row.receiver,
    }
    match content:
        case acts.DelegationGiven():
            key = "delegation.given"
        case acts.DelegationConfirmed():
            key = "delegation.confirmed"
        case _:
            key = "delegation.ended"
            words |= {"on": formats.day(content.on), "reason": content.reason}
    told = {row.giver_id, row.receiver_id, row.entered_by} - {actor.officer_id}
    await notices.tell(sorted(told), "person", row.receiver_id, key, words)
