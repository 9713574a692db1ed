"""SQL of officers' certificates, as far as the handler of officers judges and folds them. Keys are
backend/documents/signing's."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import database


async def find(certificate_id: UUID) -> Any:
    """Whose it is and whether it is revoked; None where there is none."""
    return await database.fetchrow(
        "SELECT officer_id, revoked_at FROM officer_certificates WHERE id = $1", certificate_id
    )


async def hold(officer_id: UUID, at: datetime) -> None:
    """Nothing is signed with any of his until he registers it again: who held the account before may have put it in."""
    await database.execute(
        "UPDATE officer_certificates SET held_since = $2"
        " WHERE officer_id = $1 AND revoked_at IS NULL AND held_since IS NULL",
        officer_id,
        at,
    )


async def revoke(certificate_id: UUID, reason: str) -> None:
    """Nothing is signed with it any more."""
    await database.execute(
        "UPDATE officer_certificates SET revoked_at = now(), revoke_reason = $2"
        " WHERE id = $1 AND revoked_at IS NULL",
        certificate_id,
        reason,
    )
