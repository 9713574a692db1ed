"""Queries of certificates, and of wrong passphrases."""

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.documents.tables.certificates import SigningFailure
from backend.force.tables.certificates import OfficerCertificate
from backend.force.tables.officers import Officer

Kind = Literal["pkcs12", "pkcs11", "outside"]
"""`outside`: only the public certificate is here; its key is in the officer's own computer or SIM."""


class CertificateRow(msgspec.Struct, frozen=True, kw_only=True):
    """A certificate as its owner's page lists it."""

    id: UUID
    kind: Kind
    fingerprint: str
    subject: str
    issuer: str
    valid_from: datetime
    valid_to: datetime
    registered_at: datetime
    revoked_at: datetime | None
    revoke_reason: str | None
    held_since: datetime | None
    """Since when it is held: it cannot sign until its officer registers it again."""


class SealedCertificate(msgspec.Struct, frozen=True, kw_only=True):
    """A certificate with its key: a sealed PKCS#12 file, or the label of a key on a token."""

    id: UUID
    kind: Kind
    der: bytes
    sealed_p12: bytes | None
    key_label: str | None
    revoked_at: datetime | None
    held_since: datetime | None


class KnownCertificate(msgspec.Struct, frozen=True, kw_only=True):
    """A registered certificate in short."""

    id: UUID
    kind: Kind
    officer_id: UUID | None
    unit_id: UUID | None
    revoked_at: datetime | None
    held_since: datetime | None


class NamedOfficer(msgspec.Struct, frozen=True, kw_only=True):
    """What a certificate must say about its officer."""

    id: UUID
    full_name: str
    officer_number: str | None


@compiled.one(NamedOfficer)
def find_officer(officer_id: UUID) -> Query:
    """Return the officer whom a certificate must name; None if there is no such officer."""
    return Officer.select(*rows.columns(NamedOfficer, Officer)).where(Officer.id == officer_id)


_REGISTERING = 0x63657274  # "cert": differs from the other advisory locks


async def lock_fingerprint(fingerprint: str) -> None:
    """Make the others that register this certificate wait for the end of this transaction, so that they find it."""
    await database.execute(
        "SELECT pg_advisory_xact_lock($1, hashtext($2))", _REGISTERING, fingerprint
    )


@compiled.one(KnownCertificate)
def find_fingerprint(fingerprint: str) -> Query:
    """Return this certificate, of any officer; None if it is not registered."""
    known = OfficerCertificate.select(*rows.columns(KnownCertificate, OfficerCertificate))
    return known.where(OfficerCertificate.fingerprint == fingerprint)


@compiled.write
def release(
    certificate_id: UUID, kind: Kind, sealed_p12: bytes | None, key_label: str | None
) -> Query:
    """Let a held certificate sign again.

    Its officer registered it again, with its file and passphrase or its token and PIN.
    """
    return OfficerCertificate.update(
        {
            OfficerCertificate.held_since: None,
            OfficerCertificate.kind: kind,
            OfficerCertificate.sealed_p12: sealed_p12,
            OfficerCertificate.key_label: key_label,
        }
    ).where(OfficerCertificate.id == certificate_id)


async def insert_certificate(
    certificate_id: UUID,
    officer_id: UUID,
    kind: Kind,
    der: bytes,
    fingerprint: str,
    subject: str,
    issuer: str,
    valid_from: datetime,
    valid_to: datetime,
    sealed_p12: bytes | None,
    key_label: str | None,
) -> None:
    """Insert a certificate with its sealed file, or with the label of its key on the token."""
    await OfficerCertificate.insert(
        OfficerCertificate(
            id=certificate_id,
            officer_id=officer_id,
            kind=kind,
            der=der,
            fingerprint=fingerprint,
            subject=subject,
            issuer=issuer,
            valid_from=valid_from,
            valid_to=valid_to,
            sealed_p12=sealed_p12,
            key_label=key_label,
        )
    )


async def insert_of_unit(
    certificate_id: UUID,
    unit_id: UUID,
    kind: Kind,
    der: bytes,
    facts: tuple[str, str, str],
    valid: tuple[datetime, datetime],
    key: tuple[bytes | None, str | None],
    picture: tuple[bytes, int] | None,
) -> None:
    """Insert a unit's certificate. `facts`: fingerprint, subject, issuer; `key`: sealed file, label."""
    await OfficerCertificate.insert(
        OfficerCertificate(
            id=certificate_id,
            unit_id=unit_id,
            kind=kind,
            der=der,
            fingerprint=facts[0],
            subject=facts[1],
            issuer=facts[2],
            valid_from=valid[0],
            valid_to=valid[1],
            sealed_p12=key[0],
            key_label=key[1],
            picture=picture[0] if picture else None,
            picture_mm=picture[1] if picture else None,
        )
    )


@compiled.many(CertificateRow)
def certificates_of(officer_id: UUID) -> Query:
    """Return an officer's certificates without keys, latest first."""
    theirs = OfficerCertificate.select(*rows.columns(CertificateRow, OfficerCertificate)).where(
        OfficerCertificate.officer_id == officer_id
    )
    return theirs.order_by(OfficerCertificate.registered_at, OfficerCertificate.id, ascending=False)


async def usable_certificate(
    officer_id: UUID, certificate_id: UUID | None
) -> SealedCertificate | None:
    """Return the named certificate with its sealed key; without an id, one that is not revoked.

    One whose key is elsewhere opens nothing here.

    Certificates that are not held come first, then the one that is valid longest. None if there is
    none.
    """
    found = await database.fetchrow(
        """
        SELECT id, kind, der, sealed_p12, key_label, revoked_at, held_since FROM officer_certificates
        WHERE officer_id = $1 AND kind <> 'outside'
            AND CASE WHEN $2::uuid IS NULL THEN revoked_at IS NULL ELSE id = $2 END
        ORDER BY held_since IS NOT NULL, valid_to DESC, id DESC LIMIT 1
        """,
        officer_id,
        certificate_id,
    )
    return rows.one(SealedCertificate, found)


_LOCK = 0x70696E  # "pin": differs from the locks of sign-in


async def failures(officer_id: UUID, certificate_id: UUID, since: datetime) -> list[datetime]:
    """Return when passphrases of this certificate were wrong since then, oldest first.

    Takes an advisory lock on the certificate, so that only one transaction at a time counts and
    charges.
    """
    await database.execute(
        "SELECT pg_advisory_xact_lock($1, hashtext($2))", _LOCK, str(certificate_id)
    )
    return await _failures(officer_id, certificate_id, since)


@compiled.values(datetime)
def _failures(officer_id: UUID, certificate_id: UUID, since: datetime) -> Query:
    of_certificate = SigningFailure.select(SigningFailure.failed_at).where(
        SigningFailure.certificate_id == certificate_id
    )
    theirs = of_certificate.where(SigningFailure.officer_id == officer_id)
    return theirs.where(SigningFailure.failed_at > since).order_by(SigningFailure.failed_at)


async def insert_failure(officer_id: UUID, certificate_id: UUID) -> int:
    """Charge a try as a failure before it is judged. The returned id serves to take it back."""
    charge = SigningFailure(officer_id=officer_id, certificate_id=certificate_id)
    charged: int = (await SigningFailure.insert(charge))[0]["id"]
    return charged


@compiled.write
def delete_failure(charged: int) -> Query:
    """Take back the charge of a try that was right."""
    return SigningFailure.delete().where(SigningFailure.id == charged)


@compiled.write
def delete_failures_before(moment: datetime) -> Query:
    """Delete failures that no longer count."""
    return SigningFailure.delete().where(SigningFailure.failed_at < moment)
