"""The device's signature: ECDSA P-256 with SHA-256 (FIPS 186-5), raw r‖s, over the RFC 8785 form."""

from functools import lru_cache

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from backend.core.keys import unb64url

_ALGORITHM = ec.ECDSA(SHA256())


@lru_cache(maxsize=20_000)
def public_key(jwk_text: str) -> ec.EllipticCurvePublicKey:
    """Load a JWK (RFC 7518 §6.2). Raises ValueError if it is not a point of P-256."""
    jwk = msgspec.json.decode(jwk_text)
    if not isinstance(jwk, dict) or jwk.get("kty") != "EC" or jwk.get("crv") != "P-256":
        raise ValueError("the key must be a JWK with kty EC and crv P-256")
    x, y = unb64url(str(jwk.get("x", ""))), unb64url(str(jwk.get("y", "")))
    if len(x) != 32 or len(y) != 32:
        raise ValueError("x and y must have 32 bytes each")
    numbers = ec.EllipticCurvePublicNumbers(
        int.from_bytes(x, "big"), int.from_bytes(y, "big"), ec.SECP256R1()
    )
    return numbers.public_key()


def is_valid(jwk_text: str, signature: str | None, data: bytes) -> bool:
    """Tell whether `signature` (base64url of 64 bytes) is the device's signature over `data`.

    Never raises.
    """
    try:
        raw = unb64url(signature or "")
        if len(raw) != 64:
            return False
        der = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
        public_key(jwk_text).verify(der, data, _ALGORITHM)
    except (InvalidSignature, ValueError):
        return False
    return True
