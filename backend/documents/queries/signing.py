"""SQL of certificates, and of wrong passphrases."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import database


async def find_officer(officer_id: UUID) -> Any:
    """Return the officer whom a certificate must name; None if there is no such officer."""
    return await database.fetchrow(
        "SELECT id, full_name, officer_number FROM officers WHERE id = $1", officer_id
    )


async def find_fingerprint(fingerprint: str) -> Any:
    """Return the row of this certificate, of any officer; None if it is not registered."""
    return await database.fetchrow(
        "SELECT id, officer_id, revoked_at, held_since FROM officer_certificates WHERE fingerprint = $1",
        fingerprint,
    )


async def release(
    certificate_id: UUID, kind: str, sealed_p12: bytes | None, key_label: str | None
) -> None:
    """Let a held certificate sign again.

    Its officer registered it again, with its file and passphrase or its token and PIN.
    """
    await database.execute(
        "UPDATE officer_certificates SET held_since = NULL, kind = $2, sealed_p12 = $3, key_label = $4 WHERE id = $1",
        certificate_id,
        kind,
        sealed_p12,
        key_label,
    )


async def insert_certificate(
    certificate_id: UUID,
    officer_id: UUID,
    kind: str,
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
    await database.execute(
        """
        INSERT INTO officer_certificates (id, officer_id, kind, der, fingerprint, subject, issuer, valid_from, valid_to,
            sealed_p12, key_label)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """,
        certificate_id,
        officer_id,
        kind,
        der,
        fingerprint,
        subject,
        issuer,
        valid_from,
        valid_to,
        sealed_p12,
        key_label,
    )


async def certificates_of(officer_id: UUID) -> list[Any]:
    """Return an officer's certificates without keys, latest first."""
    return await database.fetch(
        """
        SELECT id, kind, fingerprint, subject, issuer, valid_from, valid_to, registered_at, revoked_at, revoke_reason,
            held_since
        FROM officer_certificates WHERE officer_id = $1 ORDER BY registered_at DESC, id DESC
        """,
        officer_id,
    )


async def usable_certificate(officer_id: UUID, certificate_id: UUID | None) -> Any:
    """Return the named certificate with its sealed key; without an id, one that is not revoked.

    Certificates that are not held come first, then the one that is valid longest. None if there is
    none.
    """
    return await database.fetchrow(
        """
        SELECT id, kind, der, sealed_p12, key_label, revoked_at, held_since FROM officer_certificates
        WHERE officer_id = $1 AND CASE WHEN $2::uuid IS NULL THEN revoked_at IS NULL ELSE id = $2 END
        ORDER BY held_since IS NOT NULL, valid_to DESC, id DESC LIMIT 1
        """,
        officer_id,
        certificate_id,
    )


_LOCK = 0x70696E  # "pin": differs from the locks of sign-in


async def failures(officer_id: UUID, certificate_id: UUID, since: datetime) -> list[datetime]:
    """Return when passphrases of this certificate were wrong since then, oldest first.

    Takes an advisory lock on the certificate, so that only one transaction at a time counts and
    charges.
    """
    await database.execute(
        "SELECT pg_advisory_xact_lock($1, hashtext($2))", _LOCK, str(certificate_id)
    )
    rows = await database.fetch(
        "SELECT failed_at FROM signing_failures WHERE certificate_id = $2 AND officer_id = $1 AND failed_at > $3"
        " ORDER BY failed_at",
        officer_id,
        certificate_id,
        since,
    )
    return [row["failed_at"] for row in rows]


async def insert_failure(officer_id: UUID, certificate_id: UUID) -> int:
    """Charge a try as a failure before it is judged. The returned id serves to take it back."""
    charged: int = await database.fetchval(
        "INSERT INTO signing_failures (officer_id, certificate_id) VALUES ($1, $2) RETURNING id",
        officer_id,
        certificate_id,
    )
    return charged


async def delete_failure(charged: int) -> None:
    """Take back the charge of a try that was right."""
    await database.execute("DELETE FROM signing_failures WHERE id = $1", charged)


async def delete_failures_before(moment: datetime) -> None:
    """Delete failures that no longer count."""
    await database.execute("DELETE FROM signing_failures WHERE failed_at < $1", moment)
