"""Pure parts of the ledger: entry hashes, receipts' payloads, and what is said of a device's log."""

import hashlib
from typing import Any
from uuid import UUID

from backend.canonical_json import canonical_ascii


def entry_hash(
    *, act_hash: bytes, record_id: UUID, number: int, previous_hash: bytes | None, received_at: str
) -> bytes:
    """SHA-256 of the RFC 8785 form of what binds an act to its place in its record."""
    return hashlib.sha256(
        canonical_ascii(
            {
                "act_hash": act_hash.hex(),
                "record_id": str(record_id),
                "number": number,
                "previous_hash": previous_hash.hex() if previous_hash else None,
                "received_at": received_at,
            }
        )
    ).digest()


def receipt_payload(
    *,
    act_id: UUID,
    record_id: UUID,
    number: int,
    act_hash: bytes,
    previous_hash: bytes | None,
    entry: bytes,
    received_at: str,
    key_id: str,
) -> dict[str, Any]:
    """All of a receipt but its signature: what the signature covers."""
    return {
        "act_id": str(act_id),
        "record_id": str(record_id),
        "number": number,
        "act_hash": act_hash.hex(),
        "previous_hash": previous_hash.hex() if previous_hash else None,
        "entry_hash": entry.hex(),
        "received_at": received_at,
        "key_id": key_id,
    }


def log_verdicts(
    *, seq: int, prev: str | None, last_seq: int, last_hash: bytes | None
) -> dict[str, str]:
    """Say how an act continues its device's log: a gap or a broken chain is told, never a reason to drop evidence."""
    if seq == last_seq + 1:
        known = last_hash.hex() if last_hash else None
        return {"sequence": "ok", "chain": "ok" if prev == known else "broken"}
    return {"sequence": "gap" if seq > last_seq else "late", "chain": "unknown"}
