"""The server's seal: a PAdES signature by which a copy of a paper proves that it was not changed.

Papers that a phone made bear hand signatures, drawn on its screen, and no digital signature of an
officer. The server seals each copy of them that it hands out. The seal says in its reason, in its
certificate and on the page what it is. It does not say that an officer signed.

Key and certificate follow from the server's own secret, so every process of an installation has the
same ones and nothing is stored. After a rotation of that secret there is another certificate. The
certificate is self-signed, and published at `/verify/seal.pem` for comparison.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign import signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

from backend.core import keys
from backend.documents.signing import opening, pades
from backend.documents.signing.trust import Trust
from schemas.core.problems import Text

REASON = (
    "Niêm do máy chủ đóng, không phải chữ ký của người lập: chứng minh tệp không thay đổi từ thời điểm này. / "
    "Sealed by the server, not signed by its maker: proves that the file has not changed since this time."
)
ON_THE_PAGE = "Tệp PDF do máy chủ đóng niêm: tệp không đổi từ đó; không phải chữ ký số của công chức lập biên bản."
SAID = Text(
    vi="Chữ ký trên màn hình của những người có mặt. Tệp PDF xuất từ hệ thống có niêm của máy chủ: chứng minh tệp "
    "không thay đổi từ khi xuất, không phải chữ ký số của công chức.",
    en="Signatures drawn on screen by those who were present. A PDF from the system bears the server's seal: it "
    "proves that the file has not changed since it was handed out, and is not an officer's digital signature.",
)
LEVEL = "seal"
"""In place of a signature level: no officer signed."""
_NAME = "Niêm của hệ thống Hiện Trường"
_NOT = "Không phải chữ ký của công chức"
_FIELD = "NiemHeThong"
_FROM, _TO = datetime(2026, 1, 1, tzinfo=UTC), datetime(2056, 1, 1, tzinfo=UTC)
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Of P-256 (FIPS 186-4 D.1.2.3)."""


async def seal(pdf: bytes) -> bytes:
    """Return the PDF with the seal, which only appends. The time is the server's own word."""
    return (await pades.sign_pdf(pdf, _opened(), REASON, "", _FIELD, Trust())).data


def fingerprint() -> str:
    """Return the SHA-256 of that certificate, hex."""
    made = _made(keys.current().derive("seal of papers", b"1"))
    return made[1].fingerprint(hashes.SHA256()).hex()


def certificate_pem() -> str:
    """Return the certificate with which files are sealed."""
    made = _made(keys.current().derive("seal of papers", b"1"))
    return made[1].public_bytes(serialization.Encoding.PEM).decode()


def _opened() -> opening.OpenedCertificate:
    key, certificate = _made(keys.current().derive("seal of papers", b"1"))
    der = certificate.public_bytes(serialization.Encoding.DER)
    plain = key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )

    @contextmanager
    def signer() -> Iterator[Any]:
        yield signers.SimpleSigner(
            signing_cert=asn1_x509.Certificate.load(der),
            signing_key=asn1_keys.PrivateKeyInfo.load(plain),
            cert_registry=SimpleCertificateStore(),
        )

    return opening.OpenedCertificate(facts=opening.facts_of(der), der=der, signer=signer)


@lru_cache(maxsize=2)
def _made(secret: bytes) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    """Make key and certificate from a secret: the same ones from the same secret."""
    number = int.from_bytes(secret) % (_ORDER - 1) + 1
    key = ec.derive_private_key(number, ec.SECP256R1())
    said = ((NameOID.ORGANIZATIONAL_UNIT_NAME, _NOT), (NameOID.COMMON_NAME, _NAME))
    name = x509.Name([x509.NameAttribute(kind, text) for kind, text in said])
    public = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    usage = {
        name: name == "digital_signature"
        for name in (
            *("digital_signature", "content_commitment", "key_encipherment"),
            *("data_encipherment", "key_agreement", "key_cert_sign", "crl_sign"),
            *("encipher_only", "decipher_only"),
        )
    }
    purposes = [
        x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36"),  # document signing (RFC 9336)
        ExtendedKeyUsageOID.EMAIL_PROTECTION,  # without it readers built on NSS show no trust
    ]
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(int.from_bytes(public.digest[:16]) | 1)
        .not_valid_before(_FROM)
        .not_valid_after(_TO)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**usage), critical=True)
        .add_extension(x509.ExtendedKeyUsage(purposes), critical=False)
        .add_extension(public, critical=False)
    )
    return key, builder.sign(key, hashes.SHA256(), ecdsa_deterministic=True)
