"""Queries of officers' certificates, as far as the handler of officers judges and folds them.

Their keys belong to backend/documents/signing.
"""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.force.tables.certificates import OfficerCertificate


class CertificateState(msgspec.Struct, frozen=True, kw_only=True):
    """Whose a certificate is, and whether it is revoked."""

    officer_id: UUID
    revoked_at: datetime | None


async def find(certificate_id: UUID) -> CertificateState | None:
    """Return the owner of a certificate and whether it is revoked; None if there is none."""
    query = OfficerCertificate.select(*rows.columns(CertificateState, OfficerCertificate))
    found = await query.where(OfficerCertificate.id == certificate_id).first()
    return rows.one(CertificateState, found)


async def hold(officer_id: UUID, at: datetime) -> None:
    """Suspend an officer's certificates until the officer registers them again.

    A former holder of the account may have registered them.
    """
    await OfficerCertificate.update({OfficerCertificate.held_since: at}).where(
        (OfficerCertificate.officer_id == officer_id)
        & OfficerCertificate.revoked_at.is_null()
        & OfficerCertificate.held_since.is_null()
    )


async def revoke(certificate_id: UUID, reason: str) -> None:
    """Revoke a certificate: nothing is signed with it any more."""
    await database.execute(
        "UPDATE officer_certificates SET revoked_at = now(), revoke_reason = $2"
        " WHERE id = $1 AND revoked_at IS NULL",
        certificate_id,
        reason,
    )
