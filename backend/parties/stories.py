"""What was done to a party's record, for its page: who did what and when, the newest first."""

from datetime import datetime

import msgspec

from backend.ledger import reading as ledger_reading
from schemas.parties import acts
from schemas.parties.views import PartyView
from schemas.parties.words import PartyAct

MOST = 50


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """One act of a party."""

    at: datetime
    by_name: str
    act: PartyAct
    reason: str
    """As the officer gave it; empty if none was asked for."""


async def history(view: PartyView) -> list[Done]:
    """Return the acts of a party that the reader sees (`view`, backend/parties/reading.py), the newest first."""
    found = []
    for one in await ledger_reading.newest(view.id, MOST):
        reason = str(one.content.get("reason") or "")
        if one.act_type == PartyAct.CORRECTED and one.content.get("renamed_on"):
            name = msgspec.convert(one.content, acts.PartyCorrected).party.name
            reason = f"{name}. {reason}".strip()
        found.append(
            Done(
                at=one.received_at,
                by_name=one.officer_name,
                act=PartyAct(one.act_type),
                reason=reason,
            )
        )
    return found
