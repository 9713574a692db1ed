"""What happened to a party, for its page, in the reader's scope.

told = await happened.told(party_id, actor, address)      # the newest first
"""

from uuid import UUID

from backend.core import access_log
from backend.core.actors import Actor
from backend.insight.queries import of_parties as queries
from backend.insight.queries.of_parties import Told as Told
from backend.parties import reading

MOST = 20
"""Of each kind of record."""


async def told(party_id: UUID, actor: Actor, address: str | None) -> list[Told]:
    """Return inspections, cases, planned inspections and information that name a party, and record that it was read.

    `address` is that of the reader's browser. Raises NotAllowed, NotFound.
    """
    await reading.standing(party_id, actor)
    await access_log.record(actor, "party.page", party_id, address=address)
    return await queries.told(await reading.with_merged(party_id), actor, MOST)
