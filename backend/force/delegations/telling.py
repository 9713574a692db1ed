"""Who is told at once what was done to a delegation: the head whose powers these are, his deputy, who entered it.

The clerk enters it from paper and another confirms it: the head is the one who sees that he never signed it.
"""

from typing import Any

from backend.core import formats
from backend.core.actors import Actor
from backend.force.notices import service as notices
from backend.force.queries import delegations as queries
from schemas.core.problems import Text
from schemas.force import delegations as acts


async def tell(content: Any, actor: Actor) -> None:
    """Tell all of them but who did it."""
    row = await queries.named(content.delegation_id)
    words: dict[str, str | Text] = {
        "by": actor.full_name,
        "number": row["number"],
        "day": formats.day(row["decided_on"]),
        "giver": row["giver"],
        "receiver": row["receiver"],
    }
    match content:
        case acts.DelegationGiven():
            key = "delegation.given"
        case acts.DelegationConfirmed():
            key = "delegation.confirmed"
        case _:
            key = "delegation.ended"
            words |= {"on": formats.day(content.on), "reason": content.reason}
    told = {row["giver_id"], row["receiver_id"], row["entered_by"]} - {actor.officer_id}
    await notices.tell(sorted(told), "person", row["receiver_id"], key, words)
