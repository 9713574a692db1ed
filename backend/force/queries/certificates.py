"""Queries of officers' certificates, as far as the handler of officers judges and folds them.

Their keys belong to backend/documents/signing.
"""

from datetime import datetime
from uuid import UUID

import msgspec
from piccolo.querystring import QueryString

from backend.core import compiled, rows
from backend.core.compiled import Query
from backend.force.tables.certificates import OfficerCertificate


class CertificateState(msgspec.Struct, frozen=True, kw_only=True):
    """Whose a certificate is, and whether it is revoked."""

    officer_id: UUID | None
    unit_id: UUID | None
    revoked_at: datetime | None


@compiled.one(CertificateState)
def find(certificate_id: UUID) -> Query:
    """Return the owner of a certificate and whether it is revoked; None if there is none."""
    state = OfficerCertificate.select(*rows.columns(CertificateState, OfficerCertificate))
    return state.where(OfficerCertificate.id == certificate_id)


@compiled.write
def hold(officer_id: UUID, at: datetime) -> Query:
    """Suspend an officer's certificates until the officer registers them again.

    A former holder of the account may have registered them.
    """
    return OfficerCertificate.update({OfficerCertificate.held_since: at}).where(
        (OfficerCertificate.officer_id == officer_id)
        & OfficerCertificate.revoked_at.is_null()
        & OfficerCertificate.held_since.is_null()
    )


@compiled.write
def revoke(certificate_id: UUID, reason: str) -> Query:
    """Revoke a certificate: nothing is signed with it any more."""
    return OfficerCertificate.update(
        {
            OfficerCertificate.revoked_at: QueryString("now()"),
            OfficerCertificate.revoke_reason: reason,
        }
    ).where((OfficerCertificate.id == certificate_id) & OfficerCertificate.revoked_at.is_null())
