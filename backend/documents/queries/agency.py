"""Queries of units' certificates, with which clerks seal papers."""

from uuid import UUID

from backend.core import compiled, rows
from backend.core.compiled import Query
from backend.documents.queries.signing import CertificateRow, SealedCertificate
from backend.force.tables.certificates import OfficerCertificate


class UnitCertificateRow(CertificateRow, frozen=True, kw_only=True):
    """A certificate as the page of a unit's certificates lists it."""

    picture_mm: int | None
    """How wide the picture of the seal is; None if the signature shows words."""


class SealingCertificate(SealedCertificate, frozen=True, kw_only=True):
    """A unit's certificate with its key and the picture of its seal."""

    subject: str
    fingerprint: str
    picture: bytes | None
    picture_mm: int | None


@compiled.many(UnitCertificateRow)
def of_unit(unit_id: UUID) -> Query:
    """Return a unit's certificates without keys, latest first. The caller has checked scope."""
    theirs = OfficerCertificate.select(*rows.columns(UnitCertificateRow, OfficerCertificate))
    theirs = theirs.where(OfficerCertificate.unit_id == unit_id)
    return theirs.order_by(OfficerCertificate.registered_at, OfficerCertificate.id, ascending=False)


@compiled.one(SealingCertificate)
def find(unit_id: UUID, certificate_id: UUID) -> Query:
    """Return one certificate of a unit with its key; None if it is not the unit's."""
    theirs = OfficerCertificate.select(*rows.columns(SealingCertificate, OfficerCertificate))
    return theirs.where(
        (OfficerCertificate.unit_id == unit_id) & (OfficerCertificate.id == certificate_id)
    )


@compiled.exists
def stands(unit_id: UUID, fingerprint: str) -> Query:
    """Tell whether a unit registered this certificate and did not revoke it."""
    theirs = OfficerCertificate.exists().where(OfficerCertificate.unit_id == unit_id)
    theirs = theirs.where(OfficerCertificate.fingerprint == fingerprint)
    return theirs.where(OfficerCertificate.revoked_at.is_null())
