"""The small files of a package, in formats of common tools: acts, receipts, signatures, keys."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from backend.core import keys
from backend.core.canonical_json import canonical, canonical_ascii
from backend.exchange.queries.evidence_export import DeviceKey
from backend.fieldwork.evidence.service import Original
from backend.fieldwork.filing.service import Packed
from backend.ledger import reading as ledger_reading
from backend.ledger.rules.entries import ReceiptedEntry
from schemas.core.receipts import ByteReceipt, FileReceipt, Receipt

File = tuple[str, bytes]


def pretty(value: Any) -> bytes:
    """Encode a value as indented JSON, for people to read."""
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"


def of_entry(row: ReceiptedEntry) -> Iterator[File]:
    """Yield an act byte for byte, its place in the ledger, its receipt, and what its phone signed."""
    name = f"{row.number:04}"
    yield f"acts/{name}-{row.act_type}.json", row.act.encode()
    receipt = ledger_reading.receipt_of(row)
    yield f"entries/{name}.json", canonical_ascii(_entry(receipt))
    yield from _receipt(f"receipts/acts/{name}", receipt)
    act = msgspec.json.decode(row.act)
    signature = act.pop("signature", None)
    der = _der(signature)
    if der is not None:
        yield f"signatures/{name}.signed", canonical(act)
        yield f"signatures/{name}.sig", der


def of_original(original: Original) -> Iterator[File]:
    """Yield the byte receipt of a photograph, if there is one."""
    if original.receipt is not None:
        yield from _receipt(f"receipts/photos/{original.number:04}", original.receipt)


def of_document(packed: Packed) -> Iterator[File]:
    """Yield the byte receipt of a document obtained on site, if there is one."""
    if packed.receipt is not None:
        yield from _receipt(f"receipts/documents/{packed.entry:04}", packed.receipt)


def of_restores(rows: Sequence[ReceiptedEntry]) -> Iterator[File]:
    """Yield the signed declarations of restores of this installation.

    They explain entries that are missing because of a restore, not because somebody removed them.
    """
    for row in rows:
        for path, data in of_entry(row):
            yield f"restores/{path}", data


def of_keys(devices: list[DeviceKey]) -> Iterator[File]:
    """Yield the public keys with which all of it is checked, as PEM (RFC 7468)."""
    server = ledger_reading.server_keys()
    yield "keys/server.json", pretty(server)
    yield "keys/ring.json", pretty(keys.current().ring.in_order())
    for key in server:
        if isinstance(key.public_key, str):
            raise TypeError("a receipt key is a JWK")
        public = Ed25519PublicKey.from_public_bytes(keys.unb64url(key.public_key["x"]))
        yield f"keys/server-{key.key_id}.pem", _pem(public)
    for device in devices:
        yield f"keys/device-{device.id}.pem", _pem(ledger_reading.device_key(device.public_key))


def photo_path(original: Original) -> str:
    """Return the path of an original in the package."""
    return f"photos/{original.number:04}-{original.photo_id}.{original.ending}"


def document_path(packed: Packed) -> str:
    """Return the path of a document obtained on site in the package."""
    return f"documents/{packed.entry:04}-{packed.file_id}.{packed.ending}"


def _entry(receipt: Receipt) -> dict[str, Any]:
    """Return what an entry's hash covers (backend.ledger.rules.ledger.entry_hash)."""
    return {
        "act_hash": receipt.act_hash,
        "record_id": str(receipt.record_id),
        "number": receipt.number,
        "previous_hash": receipt.previous_hash,
        "received_at": receipt.received_at,
    }


def _receipt(path: str, receipt: Receipt | ByteReceipt | FileReceipt) -> Iterator[File]:
    signed: dict[str, Any] = msgspec.to_builtins(receipt)
    yield f"{path}.json", pretty(receipt)
    signature = signed.pop("signature")
    yield f"{path}.signed", canonical_ascii(signed)
    yield f"{path}.sig", keys.unb64url(signature)


def _der(signature: Any) -> bytes | None:
    """Encode a phone's raw r‖s for other tools (RFC 3279 §2.2.3); None if it is no signature."""
    try:
        raw = keys.unb64url(signature or "")
    except (ValueError, TypeError, AttributeError):
        return None
    if len(raw) != 64:
        return None
    return encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))


def _pem(public: Any) -> bytes:
    pem: bytes = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return pem
