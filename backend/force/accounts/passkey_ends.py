"""Passkeys end with the credentials of which they were the second factor.

A former holder of the account may have added them (accounts/folding.py, folding_asks.py). The
officer is notified, as of a new device.
"""

from datetime import datetime
from uuid import UUID

from backend.force.notices import service as notices
from backend.force.queries import passkeys, people


async def end_all(officer_id: UUID, now: datetime) -> None:
    """Remove an officer's passkeys, and name them in a notice if there were any."""
    ended = await passkeys.remove_all(officer_id, now)
    if not ended:
        return
    officer = await people.get(officer_id)
    words = {"officer": officer.full_name, "names": ", ".join(sorted(ended))}
    await notices.tell(
        [officer_id], "device", officer_id, "passkey.ended", dict(words), on_phones=True
    )
