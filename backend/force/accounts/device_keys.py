"""A device's public key: a JWK of type EC on P-256 (RFC 7518 §6.2), whose point is on the curve."""

from typing import Any
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicNumbers
from msgspec import UNSET

from backend.core.canonical_json import canonical
from backend.core.keys import unb64url
from backend.force.errors import DeviceKeyInvalid
from backend.force.queries.devices import DeviceKey, DeviceRow
from backend.ledger import device_signature
from schemas.force.sessions import DeviceOrder

_COORDINATE_BYTES = 32


def is_its_own(order: DeviceOrder, enrolled: DeviceKey | DeviceRow, said: bytes) -> bool:
    """Tell whether a phone is the device of this row.

    A device's id and public key are no secret: every evidence package contains them. A proof, if
    the phone sends one, must therefore be a valid signature over `said`. A device that once sent a
    proof must send one every time. Raises DeviceKeyInvalid.
    """
    key = checked(order.public_key)
    if msgspec.json.decode(enrolled.public_key) != key:
        return False
    if order.proof is UNSET:
        return not enrolled.proves_key
    return device_signature.is_valid(enrolled.public_key, order.proof, said)


def said_at_sign_in(device_id: UUID, username: str, otp: str) -> bytes:
    """Return what a phone signs as its proof: device, user name, and a code that is valid once."""
    return canonical(
        {"device_id": str(device_id), "otp": otp, "purpose": "sign-in", "username": username}
    )


def checked(jwk: dict[str, Any]) -> dict[str, str]:
    """Return the four members of the JWK that matter. Raises DeviceKeyInvalid.

    WebCrypto adds `ext` and `key_ops`, which say nothing about the key and are left out. A `d` is a
    private key. It must never leave the phone, so a device that sends one is not enrolled.
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
