"""The job that carries one notice out by every outlet, after the act that made it was committed."""

from datetime import timedelta
from uuid import UUID

import msgspec

from backend.core import clock
from backend.core.database import transaction
from backend.force.notices import outlets
from backend.force.queries import notice_settings as settings
from backend.force.queries import notices as queries
from backend.force.rules import notice_settings as rules


async def send(notice_id: UUID) -> timedelta:
    """Carry a notice out, unless it was read or settled meanwhile, or its reader wants none on the phone.

    Returns how long to wait before trying again: what is left of the reader's quiet hours, which only
    time limits of at most 24 hours and security break (practice B16); zero once it is done.
    """
    async with transaction():
        found = await queries.to_send(notice_id)
        if found is None:
            return timedelta()
        reader = (await settings.readers([found.officer_id]))[found.officer_id]
    breaks = found.urgent or (found.about is not None and rules.is_fixed(found.about))
    left = rules.quiet_for(reader.settings, clock.now())
    if left and not breaks:
        return left
    words = msgspec.json.decode(found.numbers, type=dict[str, str | dict[str, str]])
    number = words.get("number")
    said = number["vi"] if isinstance(number, dict) else None
    for outlet in outlets.registered():
        await outlet.send(found.officer_id, notice_id, said, outlets.link_of(notice_id))
    return timedelta()
