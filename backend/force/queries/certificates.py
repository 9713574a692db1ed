"""SQL of officers' certificates, as far as the handler of officers judges and folds them.

Their keys belong to backend/documents/signing.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import database


async def find(certificate_id: UUID) -> Any:
    """Return the owner of a certificate and whether it is revoked; None if there is none."""
    return await database.fetchrow(
        "SELECT officer_id, revoked_at FROM officer_certificates WHERE id = $1", certificate_id
    )


async def hold(officer_id: UUID, at: datetime) -> None:
    """Suspend an officer's certificates until the officer registers them again.

    A former holder of the account may have registered them.
    """
    await database.execute(
        "UPDATE officer_certificates SET held_since = $2"
        " WHERE officer_id = $1 AND revoked_at IS NULL AND held_since IS NULL",
        officer_id,
        at,
    )


async def revoke(certificate_id: UUID, reason: str) -> None:
    """Revoke a certificate: nothing is signed with it any more."""
    await database.execute(
        "UPDATE officer_certificates SET revoked_at = now(), revoke_reason = $2"
        " WHERE id = $1 AND revoked_at IS NULL",
        certificate_id,
        reason,
    )
