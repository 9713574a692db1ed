"""Officers' certificates: registered by their owner, opened only by the owner's passphrase or PIN.

A PKCS#12 file is stored as it came, encrypted with its passphrase, and also sealed with the
server's key. The database alone reveals neither secret. An administrator can revoke a certificate,
but never sign with it.
"""

import asyncio
from uuid import UUID

from asn1crypto import x509 as asn1_x509
from pyhanko_certvalidator.errors import PathError, RevokedError, ValidationError

from backend.core import clock, keys
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.documents.queries import signing as queries
from backend.documents.queries.signing import CertificateRow, Kind, SealedCertificate
from backend.documents.rules import signing as rules
from backend.documents.signing import chains, guarding, lanes, opening, trust
from backend.documents.signing.errors import (
    CertificateFileHeavy,
    NoCertificate,
    TokenMissing,
    certificate_refused,
)
from backend.documents.signing.opening import OpenedCertificate
from backend.documents.signing.trust import Trust
from backend.force.accounts import service as accounts
from backend.ledger import service as ledger
from backend.ledger.service import Accepted, Outcome
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind
from schemas.force.acts import CertificateRegistered, CertificateRevoked, PeopleAct


async def register_pkcs12(actor: Actor, officer_id: UUID, data: bytes, passphrase: str) -> Outcome:
    """Register a PKCS#12 file.

    The passphrase is used once, to read the file. No transaction is open meanwhile.
    Raises NotFound, PassphraseWrong, CertificateFileBad, CertificateFileHeavy, CertificateRefused.
    """
    opened = await lanes.run("registering", opening.open_pkcs12, data, passphrase, trust.current())
    sealed = keys.current().seal(data, _bound_to(officer_id))
    return await _register(actor, officer_id, opened.der, "pkcs12", sealed, None)


async def register_pkcs11(actor: Actor, officer_id: UUID, key_label: str, pin: str) -> Outcome:
    """Register the certificate with this label on the token. No transaction is open meanwhile.

    Raises NotFound, PassphraseWrong, TokenLocked, TokenMissing, CertificateRefused.
    """
    given = trust.current()
    der = await lanes.run("registering", opening.token_certificate, key_label, pin, given)
    opened = await lanes.run("registering", opening.open_pkcs11, der, key_label, pin, given)
    return await _register(actor, officer_id, opened.der, "pkcs11", None, key_label)


async def register_public(actor: Actor, officer_id: UUID, data: bytes) -> Outcome:
    """Register the public certificate (DER or PEM) of a key that is in the officer's own computer.

    It opens nothing here; it says whose signatures under papers signed elsewhere are (outside.py).
    Raises NotFound, CertificateFileUnreadable, CertificateRefused.
    """
    der = opening.public_certificate(data)
    return await _register(actor, officer_id, der, "outside", None, None)


async def _register(
    actor: Actor,
    officer_id: UUID,
    der: bytes,
    kind: Kind,
    sealed: bytes | None,
    key_label: str | None,
) -> Outcome:
    await require_fit(der, officer_id)  # may fetch revocation lists from other hosts
    async with transaction():
        return await _enter(actor, officer_id, der, kind, sealed, key_label)


async def _enter(
    actor: Actor,
    officer_id: UUID,
    der: bytes,
    kind: Kind,
    sealed: bytes | None,
    key_label: str | None,
) -> Outcome:
    facts = opening.facts_of(der)
    await queries.lock_fingerprint(facts.fingerprint)
    known = await queries.find_fingerprint(facts.fingerprint)
    again = known is not None and known.officer_id == officer_id and known.held_since
    if known is not None and kind == "outside" != known.kind:
        again = None  # its key is here: only who opens it releases it
    if known is not None and (not again or known.revoked_at is not None):
        raise certificate_refused("certificate_known")
    content = CertificateRegistered(
        certificate_id=known.id if known is not None else new_id(),
        kind=kind,
        fingerprint=facts.fingerprint,
        subject=facts.subject[:1000],
        issuer=facts.issuer[:1000],
        valid_from=facts.valid_from,
        valid_to=facts.valid_to,
    )
    act = ledger.desk_act(
        RecordKind.OFFICER, officer_id, PeopleAct.CERTIFICATE_REGISTERED, content, actor
    )
    outcome = await ledger.record(act, actor)
    if isinstance(outcome, Accepted) and known is not None:
        await queries.release(content.certificate_id, kind, sealed, key_label)
    elif isinstance(outcome, Accepted):
        await queries.insert_certificate(
            content.certificate_id,
            officer_id,
            kind,
            der,
            facts.fingerprint,
            facts.subject,
            facts.issuer,
            facts.valid_from,
            facts.valid_to,
            sealed,
            key_label,
        )
    return outcome


async def revoke(actor: Actor, officer_id: UUID, certificate_id: UUID, reason: str) -> Outcome:
    """Revoke a certificate, as its owner or the owner's administrator. It can no longer sign."""
    content = CertificateRevoked(certificate_id=certificate_id, reason=reason)
    act = ledger.desk_act(
        RecordKind.OFFICER, officer_id, PeopleAct.CERTIFICATE_REVOKED, content, actor
    )
    outcome = await ledger.record(act, actor)
    if isinstance(outcome, Accepted):
        await accounts.certificate_withdrawn(actor, officer_id, content)
    return outcome


async def list_of(officer_id: UUID) -> list[CertificateRow]:
    """Return an officer's certificates, latest first."""
    return await queries.certificates_of(officer_id)


async def open_certificate(
    officer_id: UUID, passphrase: str, certificate_id: UUID | None = None
) -> OpenedCertificate:
    """Open an officer's own certificate with its passphrase or PIN, and check that it may sign now.

    Without an id, this takes the latest certificate that is not revoked. Call it outside of any
    transaction. Raises NoCertificate, PassphraseWrong, PassphraseTries, TokenLocked, TokenMissing,
    CertificateFileHeavy, CertificateRefused.
    """
    row = await queries.usable_certificate(officer_id, certificate_id)
    if row is None:
        raise NoCertificate
    if row.revoked_at is not None:
        raise certificate_refused("certificate_revoked")
    if row.held_since is not None:
        raise certificate_refused("certificate_held")
    charged = await guarding.charge(officer_id, row.id)
    try:
        opened = await lanes.run("opening", _open, row, officer_id, passphrase, trust.current())
    except (TokenMissing, CertificateFileHeavy):
        await guarding.take_back(charged)  # the passphrase was not tried
        raise
    await guarding.take_back(charged)
    await require_fit(opened.der, officer_id)
    return opened


def _open(
    row: SealedCertificate, officer_id: UUID, passphrase: str, given: Trust
) -> OpenedCertificate:
    if row.sealed_p12 is None:  # a key on a token: a check of the table holds it
        return opening.open_pkcs11(row.der, row.key_label or "", passphrase, given)
    data = keys.current().unseal(row.sealed_p12, _bound_to(officer_id))
    return opening.open_pkcs12(data, passphrase, given)


async def require_fit(der: bytes, officer_id: UUID) -> None:
    """Require that the certificate names this officer, is valid now, may sign, and is trusted.

    Raises NotFound, CertificateRefused.
    """
    officer = await queries.find_officer(officer_id)
    if officer is None:
        raise NotFound(what="officer")
    if why := rules.objection(
        opening.facts_of(der),
        full_name=officer.full_name,
        officer_number=officer.officer_number,
        now=clock.now(),
    ):
        raise certificate_refused(why)
    await lanes.run("trusting", require_trust, der, trust.current())


def require_trust(der: bytes, given: Trust) -> None:
    """Build the certificate chain and check for revocation. Blocks. Raises CertificateRefused."""
    try:
        asyncio.run(chains.validate(asn1_x509.Certificate.load(der), given))
    except RevokedError:
        raise certificate_refused("certificate_revoked") from None
    except (PathError, ValidationError):
        raise certificate_refused("certificate_untrusted") from None


def _bound_to(officer_id: UUID) -> bytes:
    """Return what a seal is bound to: a sealed file moved to another officer's row does not open."""
    return b"p12:" + officer_id.bytes
