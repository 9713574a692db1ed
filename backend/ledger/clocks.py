"""When an act from a phone happened, by everything known about its clock.

`made_at` stays what the clock showed.
"""

from datetime import datetime
from uuid import UUID

from backend.core import anchors
from backend.ledger.queries import ledger as queries
from backend.ledger.rules import ledger as rules
from backend.ledger.rules.entries import ShownEntry
from schemas.ledger.acts import Act


def told_at(act: Act, received_at: datetime) -> datetime:
    """Return the moment from which the law counts (aware, UTC).

    For acts made at the desk it is `made_at`, because the server's own clock made it.
    """
    if act.device_id is None:
        return act.made_at
    return rules.reckoned_at(
        made_at=act.made_at,
        off_s=act.clock_off_s if isinstance(act.clock_off_s, int) else None,
        received_at=received_at,
        anchored_at=None if act.anchor is None else anchors.read(act.anchor),
    )


async def entry(act_id: UUID) -> ShownEntry | None:
    """Return one entry in the form of timeline(), or None.

    The caller has checked that the reader may see its record.
    """
    return await queries.find_shown(act_id)
