"""A device's public key: a JWK of type EC on P-256 (RFC 7518 §6.2), whose point is on the curve."""

from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicNumbers

from backend.accounts.errors import DeviceKeyInvalid
from backend.keys import unb64url

_COORDINATE_BYTES = 32


def checked(jwk: dict[str, Any]) -> dict[str, str]:
    """Return the four members that matter. Raises DeviceKeyInvalid.

    WebCrypto adds `ext` and `key_ops`, which say nothing about the key and are left out. A `d` is a
    private key: it must never have left the phone, so such a device is not enrolled.
    """
    if jwk.get("kty") != "EC" or jwk.get("crv") != "P-256" or "d" in jwk:
        raise DeviceKeyInvalid
    try:
        x, y = (_coordinate(jwk[name]) for name in ("x", "y"))
        EllipticCurvePublicNumbers(
            int.from_bytes(x, "big"), int.from_bytes(y, "big"), SECP256R1()
        ).public_key()
    except (KeyError, TypeError, ValueError) as error:
        raise DeviceKeyInvalid from error
    return {"kty": "EC", "crv": "P-256", "x": jwk["x"], "y": jwk["y"]}


def _coordinate(text: Any) -> bytes:
    if not isinstance(text, str):
        raise TypeError("a coordinate is base64url text")
    data = unb64url(text)
    if len(data) != _COORDINATE_BYTES:
        raise ValueError("a coordinate has 32 bytes")
    return data
