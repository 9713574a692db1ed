"""Opening a key for one signing: of a PKCS#12 file by passphrase, of a PKCS#11 token by PIN.

The typed secret is kept in this process during one signing and is never stored. The work blocks (a
key derivation, a token), so async callers run it in threads.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import msgspec
import pkcs11
from asn1crypto import keys as asn1_keys
from asn1crypto import pem
from asn1crypto import x509 as asn1_x509
from pkcs11.exceptions import PinIncorrect, PinInvalid, PinLenRange, PinLocked, PKCS11Error
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
from pyhanko.sign.signers import SimpleSigner

from backend.documents.rules.signing import CertificateFacts
from backend.documents.signing import pkcs12_opening
from backend.documents.signing.errors import (
    CertificateFileUnreadable,
    PassphraseWrong,
    TokenLocked,
    TokenMissing,
    certificate_refused,
)
from backend.documents.signing.trust import Trust


class OpenedCertificate(msgspec.Struct, frozen=True, kw_only=True):
    """A certificate that can sign as long as this object lives.

    `signer()` returns pyHanko's signer.
    """

    facts: CertificateFacts
    der: bytes
    signer: Callable[[], AbstractContextManager[Any]]


def facts_of(der: bytes) -> CertificateFacts:
    """Read a certificate. Raises ValueError if it is none."""
    cert = asn1_x509.Certificate.load(der)
    names = cert.subject.native
    usage, extended = cert.key_usage_value, cert.extended_key_usage_value
    return CertificateFacts(
        fingerprint=cert.sha256.hex(),
        subject=cert.subject.human_friendly,
        issuer=cert.issuer.human_friendly,
        serial=str(cert.serial_number),
        common_name=_first(names.get("common_name")),
        identifiers=tuple(
            _first(names[key])
            for key in ("serial_number", "user_id", "unique_identifier")
            if key in names
        ),
        valid_from=cert.not_valid_before,
        valid_to=cert.not_valid_after,
        is_authority=bool(cert.ca),
        key_usage=None if usage is None else frozenset(usage.native),
        extended_key_usage=None if extended is None else frozenset(extended.native),
        bodies=tuple(
            _first(names[key])
            for key in ("organization_name", "organizational_unit_name")
            if key in names
        ),
    )


def public_certificate(data: bytes) -> bytes:
    """Return the one certificate of a DER or PEM file, as DER. Raises CertificateFileUnreadable."""
    try:
        if pem.detect(data):
            [(kind, _, der)] = list(pem.unarmor(data, multiple=True))
            if kind != "CERTIFICATE":
                raise CertificateFileUnreadable
        else:
            der = data
        made: bytes = asn1_x509.Certificate.load(der, strict=True).dump()
        facts_of(made)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        raise CertificateFileUnreadable from None
    return made


def _first(value: Any) -> str:
    return str(value[0] if isinstance(value, list) else value or "")


def open_pkcs12(data: bytes, passphrase: str, trust: Trust) -> OpenedCertificate:
    """Decrypt the file in a child process.

    Raises PassphraseWrong, CertificateFileBad, CertificateFileHeavy.
    """
    opened = pkcs12_opening.open_file(data, passphrase)
    der = opened.certificate
    key_info = asn1_keys.PrivateKeyInfo.load(opened.key)
    chain = [asn1_x509.Certificate.load(each) for each in opened.others]

    @contextmanager
    def signer() -> Iterator[Any]:
        store = trust.store()
        store.register_multiple(chain)
        yield SimpleSigner(
            signing_cert=asn1_x509.Certificate.load(der),
            signing_key=key_info,
            cert_registry=store,
            embed_roots=False,
        )

    return OpenedCertificate(facts=facts_of(der), der=der, signer=signer)


def open_pkcs11(der: bytes, key_label: str, pin: str, trust: Trust) -> OpenedCertificate:
    """Log in to the token once, to find a wrong PIN first. Each signing opens its own session.

    Raises PassphraseWrong, TokenLocked, and TokenMissing (also if the token has no key with this
    label).
    """

    @contextmanager
    def signer() -> Iterator[Any]:
        certificate = asn1_x509.Certificate.load(der)
        with _session(trust, pin) as session:
            yield PKCS11Signer(
                session,
                signing_cert=certificate,
                # Every token has raw ECDSA; many are older than ECDSA with hashing on the token.
                use_raw_mechanism=certificate.public_key.algorithm == "ec",
                ca_chain=[*trust.others],
                key_label=key_label,
                embed_roots=False,
                other_certs_to_pull=(),
            )

    with _session(trust, pin) as session:
        _require_key(session, key_label)
    return OpenedCertificate(facts=facts_of(der), der=der, signer=signer)


def token_certificate(key_label: str, pin: str, trust: Trust) -> bytes:
    """Return the certificate (DER) with this label on the token.

    Raises as open_pkcs11, and CertificateRefused if there is not exactly one.
    """
    with _session(trust, pin) as session:
        _require_key(session, key_label)
        found = list(
            session.get_objects(
                {
                    pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE,
                    pkcs11.Attribute.LABEL: key_label,
                }
            )
        )
        if len(found) != 1:
            raise certificate_refused("certificate_untrusted")
        return bytes(found[0][pkcs11.Attribute.VALUE])


def _require_key(session: Any, key_label: str) -> None:
    query = {
        pkcs11.Attribute.CLASS: pkcs11.ObjectClass.PRIVATE_KEY,
        pkcs11.Attribute.LABEL: key_label,
    }
    if not list(session.get_objects(query)):
        raise TokenMissing


_one_at_a_time = threading.Lock()
"""A login to a token applies to the whole process, not to a session (PKCS#11 v2.40 §5.6). A second
login during the first is an error, and a second session without a login could sign without any
PIN."""


@contextmanager
def _session(trust: Trust, pin: str) -> Iterator[Any]:
    if not trust.pkcs11_module:
        raise TokenMissing
    with _one_at_a_time, _signed_in(trust.pkcs11_module, trust.pkcs11_token, pin) as session:
        yield session


@contextmanager
def _signed_in(module: str, token: str | None, pin: str) -> Iterator[Any]:
    try:
        session = open_pkcs11_session(
            module,
            token_criteria=TokenCriteria(label=token) if token else None,
            user_pin=pin,
        )
    except (PinIncorrect, PinInvalid, PinLenRange):
        raise PassphraseWrong from None
    except PinLocked:
        raise TokenLocked from None
    except (PKCS11Error, RuntimeError, OSError) as error:
        raise TokenMissing from error
    try:
        yield session
    except PKCS11Error as error:
        raise TokenMissing from error
    finally:
        session.close()
