"""Passkeys and recovery codes end with the credentials of which they were the second factor.

A former holder of the account may have added or copied them (accounts/folding.py, folding_asks.py). The
officer is notified, as of a new device.
"""

from datetime import datetime
from uuid import UUID

from backend.force.notices import service as notices
from backend.force.queries import passkeys, people, recovery_codes


async def end_all(officer_id: UUID, now: datetime) -> None:
    """Remove an officer's passkeys and recovery codes, and say so in a notice if there were any."""
    codes = await recovery_codes.count_left(officer_id)
    await recovery_codes.delete_all(officer_id)
    ended = await passkeys.remove_all(officer_id, now)
    if not ended and not codes:
        return
    officer = await people.get(officer_id)
    if codes:
        said = {"officer": officer.full_name}
        await notices.tell(
            [officer_id], "device", officer_id, "recovery.ended", said, on_phones=True
        )
    if not ended:
        return
    words = {"officer": officer.full_name, "names": ", ".join(sorted(ended))}
    await notices.tell(
        [officer_id], "device", officer_id, "passkey.ended", dict(words), on_phones=True
    )
