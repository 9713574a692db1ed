"""Certificates of units: registered by an administrator, used by the unit's clerk to seal papers.

    await agency.register(actor, unit_id, Given(kind="pkcs12", data=file, secret=passphrase))
    opened, row = await agency.open_for(clerk, unit_id, certificate_id, passphrase)

They are kept as officers' are (certificates.py): a PKCS#12 file as it came, sealed with the server's
key and bound to its unit; a key on the server's token; or the public half of one elsewhere. Only a
clerk who belongs to the very unit opens one. Tries at its passphrase are counted per clerk.
"""

import hashlib
from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from backend.core import clock, keys
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound
from backend.documents.queries import agency as queries
from backend.documents.queries import signing as signing_queries
from backend.documents.queries.agency import SealingCertificate
from backend.documents.queries.agency import UnitCertificateRow as UnitCertificateRow
from backend.documents.queries.signing import Kind as Kind
from backend.documents.queries.signing import SealedCertificate
from backend.documents.rules import signing as rules
from backend.documents.signing import certificates, guarding, lanes, opening, seal_pictures, trust
from backend.documents.signing.errors import (
    CertificateFileHeavy,
    NoCertificate,
    TokenMissing,
    certificate_refused,
)
from backend.documents.signing.opening import OpenedCertificate
from backend.documents.signing.seal_pictures import USUAL_MM as USUAL_MM
from backend.documents.signing.trust import Trust
from backend.force.units import service as units
from backend.force.units.service import UnitView
from backend.ledger import service as ledger
from backend.ledger.service import Accepted, Outcome
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind, Role
from schemas.force.acts import PeopleAct
from schemas.force.seal_acts import UnitCertificateRegistered, UnitCertificateRevoked

Standing = Literal["revoked", "expired", "valid"]


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What an administrator sends to register a certificate."""

    kind: Kind
    data: bytes = b""
    """The PKCS#12 file, or the public certificate of a key elsewhere."""
    key_label: str = ""
    """Of a key on the server's token."""
    secret: str = ""
    """Passphrase or PIN, to read it this once."""
    picture: tuple[bytes, int] | None = None
    """PNG of the seal, and how wide the seal is in mm."""
    named_otherwise: str | None = None


def standing(row: UnitCertificateRow, now: datetime) -> Standing:
    """Return the state of a unit's certificate. Only a valid one seals."""
    if row.revoked_at is not None:
        return "revoked"
    return "expired" if row.valid_to < now else "valid"


def administers(actor: Actor) -> bool:
    """Tell whether the actor's role registers units' certificates."""
    return actor.has(Role.ADMINISTRATOR)


async def register(actor: Actor, unit_id: UUID, given: Given) -> Outcome:
    """Register a certificate of a unit that the actor administers. No transaction is open meanwhile.

    Raises NotAllowed, NotFound, PassphraseWrong, CertificateFileBad, CertificateFileHeavy,
    CertificateFileUnreadable, TokenLocked, TokenMissing, CertificateRefused, SealPictureWrong.
    """
    await units.get_administered(actor, unit_id)
    if given.picture is not None:
        seal_pictures.require(*given.picture)
    der, sealed, label = await _read(unit_id, given)
    await require_fit(der, unit_id, named_otherwise=given.named_otherwise is not None)
    async with transaction():
        return await _enter(actor, unit_id, given, der, (sealed, label))


async def _read(unit_id: UUID, given: Given) -> tuple[bytes, bytes | None, str | None]:
    if given.kind == "outside":
        return opening.public_certificate(given.data), None, None
    if given.kind == "pkcs11":
        known = trust.current()
        der = await lanes.run(
            "registering", opening.token_certificate, given.key_label, given.secret, known
        )
        await lanes.run(
            "registering", opening.open_pkcs11, der, given.key_label, given.secret, known
        )
        return der, None, given.key_label
    opened = await lanes.run(
        "registering", opening.open_pkcs12, given.data, given.secret, trust.current()
    )
    return opened.der, keys.current().seal(given.data, _bound_to(unit_id)), None


async def _enter(
    actor: Actor, unit_id: UUID, given: Given, der: bytes, key: tuple[bytes | None, str | None]
) -> Outcome:
    facts = opening.facts_of(der)
    await signing_queries.lock_fingerprint(facts.fingerprint)
    if await signing_queries.find_fingerprint(facts.fingerprint) is not None:
        raise certificate_refused("certificate_known")
    picture = given.picture
    content = UnitCertificateRegistered(
        certificate_id=new_id(),
        kind=given.kind,
        fingerprint=facts.fingerprint,
        subject=facts.subject[:1000],
        issuer=facts.issuer[:1000],
        valid_from=facts.valid_from,
        valid_to=facts.valid_to,
        picture_sha256=hashlib.sha256(picture[0]).hexdigest() if picture else None,
        named_otherwise=given.named_otherwise,
    )
    kind = PeopleAct.UNIT_CERTIFICATE_REGISTERED
    act = ledger.desk_act(RecordKind.UNIT, unit_id, kind, content, actor)
    outcome = await ledger.record(act, actor)
    if isinstance(outcome, Accepted):
        await signing_queries.insert_of_unit(
            content.certificate_id,
            unit_id,
            given.kind,
            der,
            (facts.fingerprint, facts.subject, facts.issuer),
            (facts.valid_from, facts.valid_to),
            key,
            picture,
        )
    return outcome


async def revoke(actor: Actor, unit_id: UUID, certificate_id: UUID, reason: str) -> Outcome:
    """Revoke a unit's certificate, in the caller's transaction: nothing more is sealed with it."""
    content = UnitCertificateRevoked(certificate_id=certificate_id, reason=reason)
    kind = PeopleAct.UNIT_CERTIFICATE_REVOKED
    return await ledger.record(
        ledger.desk_act(RecordKind.UNIT, unit_id, kind, content, actor), actor
    )


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """The certificates of a unit, for one reader."""

    unit: UnitView
    units: list[UnitView]
    rows: list[UnitCertificateRow]
    may_register: bool


async def seen(actor: Actor, unit_id: UUID) -> Seen:
    """Return the certificates of a unit in sight of a clerk or an administrator.

    Raises NotAllowed, NotFound.
    """
    if not actor.has(Role.CLERK, Role.ADMINISTRATOR):
        raise NotAllowed
    mine = await units.covered(actor)
    unit = next((one for one in mine if one.id == unit_id), None)
    if unit is None:
        raise NotFound(what="unit")
    rows = await queries.of_unit(unit_id)
    return Seen(unit=unit, units=mine, rows=rows, may_register=administers(actor))


async def list_of_unit(unit_id: UUID) -> list[UnitCertificateRow]:
    """Return a unit's certificates, latest first. The caller has checked scope."""
    return await queries.of_unit(unit_id)


async def is_of_unit(fingerprint: str, unit_id: UUID) -> bool:
    """Tell whether a unit registered this certificate and did not revoke it."""
    return await queries.stands(unit_id, fingerprint)


async def open_for(
    clerk: Actor, unit_id: UUID, certificate_id: UUID, passphrase: str
) -> tuple[OpenedCertificate, SealingCertificate]:
    """Open a unit's certificate for its clerk, and check that it may seal now.

    Call it outside of any transaction. Raises NotAllowed, NoCertificate, PassphraseWrong,
    PassphraseTries, TokenLocked, TokenMissing, CertificateFileHeavy, CertificateRefused.
    """
    require_clerk(clerk, unit_id)
    row = await queries.find(unit_id, certificate_id)
    if row is None or row.kind == "outside":
        raise NoCertificate
    if row.revoked_at is not None:
        raise certificate_refused("certificate_revoked")
    charged = await guarding.charge(clerk.officer_id, row.id)
    try:
        opened = await lanes.run("opening", _open, row, unit_id, passphrase, trust.current())
    except (TokenMissing, CertificateFileHeavy):
        await guarding.take_back(charged)  # the passphrase was not tried
        raise
    await guarding.take_back(charged)
    await require_fit(opened.der, unit_id, named_otherwise=True)
    return opened, row


def require_clerk(actor: Actor, unit_id: UUID) -> None:
    """Require a clerk who belongs to the very unit. Raises NotAllowed."""
    if not actor.has(Role.CLERK) or actor.unit.unit_id != unit_id:
        raise NotAllowed


async def require_own(der: bytes, unit_id: UUID) -> None:
    """Require a certificate that this unit registered, and that may seal now.

    Raises NotFound, CertificateRefused.
    """
    known = await signing_queries.find_fingerprint(opening.facts_of(der).fingerprint)
    if known is None or known.unit_id != unit_id:
        raise certificate_refused("certificate_other_body")
    if known.revoked_at is not None:
        raise certificate_refused("certificate_revoked")
    await require_fit(der, unit_id, named_otherwise=True)


async def require_fit(der: bytes, unit_id: UUID, *, named_otherwise: bool) -> None:
    """Require that the certificate names this unit, is valid now, may sign, and is trusted.

    Its name is judged when it is registered, not again. Raises NotFound, CertificateRefused.
    """
    found = await units.standing(unit_id)
    if found is None:
        raise NotFound(what="unit")
    why = rules.unit_objection(
        opening.facts_of(der),
        unit_name=(await units.name_of(unit_id)).vi,
        named_otherwise=named_otherwise,
        now=clock.now(),
    )
    if why:
        raise certificate_refused(why)
    await lanes.run("trusting", certificates.require_trust, der, trust.current())


def _open(row: SealedCertificate, unit_id: UUID, secret: str, given: Trust) -> OpenedCertificate:
    if row.sealed_p12 is None:  # a key on a token: a check of the table holds it
        return opening.open_pkcs11(row.der, row.key_label or "", secret, given)
    data = keys.current().unseal(row.sealed_p12, _bound_to(unit_id))
    return opening.open_pkcs12(data, secret, given)


def _bound_to(unit_id: UUID) -> bytes:
    """Return what a seal is bound to: a sealed file moved to another unit's row does not open."""
    return b"p12 of unit:" + unit_id.bytes
