"""A certification authority for the demonstration: root, issuing CA, time-stamps, revocation lists.

It provides everything that a signature of level B-LTA needs, without a network. Its names say that
it is a demonstration, and nobody else trusts it. Its keys are in the data folder, readable by the
owner only; officers' keys exist only in their PKCS#12 files.
"""

from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

from backend.core import clock
from deploy.private_files import make_private_folder, write_private

FOLDER = "pki"
ORGANISATION = "Hiện Trường (trình diễn / demonstration)"
_YEARS = timedelta(days=3650)
_OFFICER_LIFE = timedelta(days=730)
_OFFICER_PURPOSES = [
    ObjectIdentifier("1.3.6.1.5.5.7.3.36"),  # document signing (RFC 9336)
    ExtendedKeyUsageOID.EMAIL_PROTECTION,  # what readers on NSS ask for, such as Poppler
]


class Pair(NamedTuple):
    """A certificate with its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey


def make(data_dir: Path) -> Path:
    """Make the authority of this data folder in `pki` unless it is there; returns its folder.

    `root.pem` is written last: an interrupted start makes the authority again, before any
    certificate was issued.
    """
    folder = data_dir / FOLDER
    if (folder / "root.pem").exists():
        return folder
    make_private_folder(folder)
    now = clock.now()
    root = issue("Gốc trình diễn / Demonstration root", None, authority=1, now=now)
    issuing = issue("Cấp phát trình diễn / Demonstration issuing CA", root, authority=0, now=now)
    stamps = issue(
        "Dấu thời gian trình diễn / Demonstration time-stamps",
        issuing,
        purposes=[ExtendedKeyUsageOID.TIME_STAMPING],
        now=now,
    )
    for name, pair in (("issuing", issuing), ("tsa", stamps), ("root", root)):
        write_private(folder / f"{name}.key", key_pem(pair.key))
    write_private(folder / "root.crl", revocations(root, [], now))
    write_private(folder / "issuing.crl", revocations(issuing, [], now))
    for name, pair in (("issuing", issuing), ("tsa", stamps), ("root", root)):
        write_private(folder / f"{name}.pem", certificate_pem(pair.certificate))
    return folder


def load_issuing(folder: Path) -> Pair:
    """Return the authority that issues officers' certificates."""
    key = serialization.load_pem_private_key((folder / "issuing.key").read_bytes(), None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise TypeError("issuing.key is no EC key")
    return Pair(x509.load_pem_x509_certificate((folder / "issuing.pem").read_bytes()), key)


def officer_pkcs12(issuing: Pair, full_name: str, officer_number: str, passphrase: str) -> bytes:
    """Make an officer's new key and certificate, encrypted by the passphrase (AES-256, PBKDF2)."""
    pair = issue(full_name, issuing, number=officer_number, purposes=_OFFICER_PURPOSES)
    return to_pkcs12(pair, [issuing.certificate], passphrase)


def to_pkcs12(pair: Pair, chain: list[x509.Certificate], passphrase: str) -> bytes:
    """Return key, certificate and chain in one file."""
    return pkcs12.serialize_key_and_certificates(
        b"signing",
        pair.key,
        pair.certificate,
        chain,
        serialization.BestAvailableEncryption(passphrase.encode()),
    )


def issue(
    name: str,
    by: Pair | None,
    *,
    authority: int | None = None,
    number: str | None = None,
    purposes: list[ObjectIdentifier] | None = None,
    now: datetime | None = None,
    life: timedelta | None = None,
    signs: bool = True,
) -> Pair:
    """Make a key (P-256) and its certificate.

    `authority` is how many authorities may be below it; None if it is not an authority. Without
    `by` it is self-signed; with `signs=False` it may only encrypt.
    """
    begin = (now or clock.now()) - timedelta(hours=1)
    key = ec.generate_private_key(ec.SECP256R1())
    by_key = by.key if by else key
    is_ca = authority is not None
    subject = _name(name, number)
    end = begin + (life or (_YEARS if is_ca or by is None or number is None else _OFFICER_LIFE))
    if by is not None:
        end = min(end, by.certificate.not_valid_after_utc)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.certificate.subject if by else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(is_ca, authority), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(by_key.public_key()), critical=False
        )
        .add_extension(_usage(is_ca, signs), critical=True)
    )
    if purposes:
        stamping = purposes == [ExtendedKeyUsageOID.TIME_STAMPING]
        builder = builder.add_extension(x509.ExtendedKeyUsage(purposes), critical=stamping)
    return Pair(builder.sign(by_key, hashes.SHA256()), key)


def _name(name: str, number: str | None) -> x509.Name:
    parts = [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, ORGANISATION),
        x509.NameAttribute(NameOID.COMMON_NAME, name),
    ]
    if number:
        parts.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, number))
    return x509.Name(parts)


def _usage(is_ca: bool, signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_ca and signs,
        content_commitment=not is_ca and signs,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=not is_ca and not signs,
        key_cert_sign=is_ca,
        crl_sign=is_ca,
        encipher_only=False,
        decipher_only=False,
    )


def revocations(by: Pair, serials: list[int], now: datetime | None = None) -> bytes:
    """Make an authority's revocation list (DER), valid as long as the authority."""
    begin = (now or clock.now()) - timedelta(hours=1)
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(by.certificate.subject)
        .last_update(begin)
        .next_update(by.certificate.not_valid_after_utc)
        .add_extension(x509.CRLNumber(1), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(by.key.public_key()), critical=False
        )
    )
    for serial in serials:
        builder = builder.add_revoked_certificate(
            x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(begin).build()
        )
    return builder.sign(by.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def key_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    """Return the key as unencrypted PKCS#8; the file's mode protects it."""
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def certificate_pem(certificate: x509.Certificate) -> bytes:
    """Return the certificate as PEM."""
    return certificate.public_bytes(serialization.Encoding.PEM)
