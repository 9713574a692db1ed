"""What was done to a party's record, for its page: who did what and when, the newest first."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core.actors import Actor
from backend.ledger import reading as ledger_reading
from backend.parties import reading
from schemas.parties import acts
from schemas.parties.words import PartyAct

MOST = 200


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """One act of a party."""

    at: datetime
    by_name: str
    act: PartyAct
    reason: str
    """As the officer gave it; empty if none was asked for."""


async def history(party_id: UUID, actor: Actor) -> list[Done]:
    """Return the acts of a party in sight, the newest first, so many of them. Raises NotAllowed, NotFound."""
    await reading.standing(party_id, actor)
    contents = await ledger_reading.contents(party_id)
    found = []
    for one in reversed(await ledger_reading.timeline(party_id)):
        content = contents.get(one.number) or {}
        reason = str(content.get("reason") or "")
        if one.act_type == PartyAct.CORRECTED and content.get("renamed_on"):
            name = msgspec.convert(content, acts.PartyCorrected).party.name
            reason = f"{name}. {reason}".strip()
        found.append(
            Done(
                at=one.received_at,
                by_name=one.officer_name or "",
                act=PartyAct(one.act_type),
                reason=reason,
            )
        )
    return found[:MOST]
