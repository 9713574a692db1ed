"""What a phone computes by itself: canonical bytes, hashes, signatures and their checks.

Nothing is shared with the server's code, so that an agreement between the two means something.
"""

import base64
import hashlib
import unicodedata
from typing import Any

import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

Json = dict[str, Any]


class ServerLied(Exception):
    """The server's answer contradicts its own signature or our arithmetic."""


def b64url(data: bytes) -> str:
    """Base64url without padding (RFC 4648 §5)."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64url(text: str) -> bytes:
    """Undo b64url()."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def canonical_hash(value: Any) -> str:
    """Return the SHA-256, in hex, of the RFC 8785 form."""
    return hashlib.sha256(rfc8785.dumps(value)).hexdigest()


def composed(value: Any) -> Any:
    """Return the value with every text in Unicode NFC.

    Keyboards differ in how they write `ế`, and hashes would differ with them.
    """
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {composed(key): composed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [composed(item) for item in value]
    return value


class DeviceKey:
    """The phone's P-256 key: made on the phone, which its private half never leaves."""

    def __init__(self) -> None:
        self._private = ec.generate_private_key(ec.SECP256R1())

    @property
    def jwk(self) -> Json:
        """The public half as RFC 7518 §6.2 writes it."""
        numbers = self._private.public_key().public_numbers()
        x, y = (b64url(part.to_bytes(32, "big")) for part in (numbers.x, numbers.y))
        return {"kty": "EC", "crv": "P-256", "x": x, "y": y}

    def sign(self, value: Json) -> str:
        """Sign with ECDSA and SHA-256 over the RFC 8785 form.

        Returns raw r‖s (64 bytes) in base64url.
        """
        return self.sign_bytes(rfc8785.dumps(value))

    def sign_bytes(self, data: bytes) -> str:
        """Sign these bytes, which are already in that form."""
        r, s = decode_dss_signature(self._private.sign(data, ec.ECDSA(SHA256())))
        return b64url(r.to_bytes(32, "big") + s.to_bytes(32, "big"))


class ServerKeys:
    """The public keys that the server named at sign-in and at every sync."""

    def __init__(self) -> None:
        self._keys: dict[str, Ed25519PublicKey] = {}

    def learn(self, server_keys: list[Json]) -> None:
        """Keep the keys. Raises ServerLied if a known id has another key now."""
        for item in server_keys:
            if item["use"] != "receipt":
                continue  # a key for another use, such as rescue files
            raw = unb64url(item["public_key"]["x"])
            key = Ed25519PublicKey.from_public_bytes(raw)
            known = self._keys.setdefault(item["key_id"], key)
            if known.public_bytes_raw() != raw:
                raise ServerLied(f"the key {item['key_id']} became another key")

    def check(self, signed: Json) -> None:
        """Check the Ed25519 signature over the RFC 8785 form without `signature`.

        Raises ServerLied.
        """
        key = self._keys.get(signed["key_id"])
        if key is None:
            raise ServerLied(f"signed with the key {signed['key_id']}, which was never named")
        rest = {name: value for name, value in signed.items() if name != "signature"}
        try:
            key.verify(unb64url(signed["signature"]), rfc8785.dumps(rest))
        except (InvalidSignature, ValueError) as error:
            raise ServerLied("a signature that does not stand under what it signs") from error


def check_receipt(receipt: Json, act: Json, keys: ServerKeys) -> None:
    """Check that a receipt is about this very act, and that its entry hash is right.

    The entry hash is the hash of the entry's parts. Raises ServerLied.
    """
    keys.check(receipt)
    if receipt["act_id"] != act["id"] or receipt["act_hash"] != canonical_hash(act):
        raise ServerLied(f"the receipt for act {act['id']} is about something else")
    names = ("act_hash", "record_id", "number", "previous_hash", "received_at")
    if receipt["entry_hash"] != canonical_hash({name: receipt[name] for name in names}):
        raise ServerLied(f"the entry hash of act {act['id']} is not the hash of its parts")


def check_byte_receipt(receipt: Json, sha256: str, size: int, keys: ServerKeys) -> None:
    """Check a receipt by which the server states that it stored these bytes. Raises ServerLied."""
    keys.check(receipt)
    if (receipt["sha256"], receipt["size"]) != (sha256, size):
        raise ServerLied(f"the byte receipt of {receipt['photo_id']} is about other bytes")
