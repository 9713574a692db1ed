"""Unusual PKCS#12 files: with many iterations, visible or hidden."""

import os
from datetime import UTC, datetime, timedelta
from functools import cache

from asn1crypto import core, pkcs12
from cryptography import x509
from cryptography.hazmat.primitives import hashes, padding, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from cryptography.hazmat.primitives.serialization import pkcs12 as serialized
from cryptography.x509.oid import NameOID

PASSPHRASE = "đường lên dốc đá"


@cache
def file_of(rounds: int, *, old: bool = False) -> bytes:
    """A key and its certificate, encrypted with this many iterations."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Nặng")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    by = serialized.PBES
    how = (
        serialization.PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(rounds)
        .key_cert_algorithm(
            by.PBESv1SHA1And3KeyTripleDESCBC if old else by.PBESv2SHA256AndAES256CBC
        )
        .hmac_hash(hashes.SHA1() if old else hashes.SHA256())  # noqa: S303 - what older tools write
        .build(PASSPHRASE.encode())
    )
    made: bytes = serialized.serialize_key_and_certificates(b"signing", key, certificate, None, how)
    return made


def with_iterations(count: int, where: str) -> bytes:
    """A file that states this many iterations in one place, but was never encrypted with them."""
    file = pkcs12.Pfx.load(file_of(2048))
    if where == "mac":
        file["mac_data"]["iterations"] = count
        return bytes(file.dump(force=True))
    parts = pkcs12.AuthenticatedSafe.load(file["auth_safe"]["content"].native)
    if where == "certificates":
        inner = parts[0]["content"]["encrypted_content_info"]
        algorithm = inner["content_encryption_algorithm"]
    else:
        bags = pkcs12.SafeContents.load(parts[1]["content"].native)
        algorithm = bags[0]["bag_value"]["encryption_algorithm"]
    algorithm["parameters"]["key_derivation_func"]["parameters"]["iteration_count"] = count
    if where == "key":
        parts[1]["content"] = core.OctetString(bags.dump(force=True))
    file["auth_safe"]["content"] = core.OctetString(parts.dump(force=True))
    return bytes(file.dump(force=True))


def hidden_bag(count: int) -> bytes:
    """A file without an integrity check (MAC), whose one encrypted part contains a key encrypted
    with this many iterations."""
    heavy = pkcs12.Pfx.load(with_iterations(count, "key"))
    parts = pkcs12.AuthenticatedSafe.load(heavy["auth_safe"]["content"].native)
    plain = parts[1]["content"].native  # the bags, one of which is heavy
    inner = parts[0]["content"]["encrypted_content_info"]
    given = inner["content_encryption_algorithm"]["parameters"]
    salt, iv = os.urandom(16), os.urandom(16)
    given["key_derivation_func"]["parameters"]["salt"] = core.OctetString(salt)
    given["encryption_scheme"]["parameters"] = iv
    given["key_derivation_func"]["parameters"]["iteration_count"] = 2048
    key = PBKDF2HMAC(hashes.SHA256(), 32, salt, 2048).derive(PASSPHRASE.encode())
    pad = padding.PKCS7(128).padder()
    cipher = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    inner["encrypted_content"] = (
        cipher.update(pad.update(plain) + pad.finalize()) + cipher.finalize()
    )
    only = pkcs12.AuthenticatedSafe([parts[0]])
    heavy["auth_safe"]["content"] = core.OctetString(only.dump(force=True))
    del heavy["mac_data"]
    return bytes(heavy.dump(force=True))
