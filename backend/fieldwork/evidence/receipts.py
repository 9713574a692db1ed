"""Byte receipts: the server's signed word that bytes were read back from the object store. Only
they let a phone forget."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import clock, keys
from schemas.core.receipts import ByteReceipt


def _payload(photo_id: UUID, sha256: str, size: int, stored_at: datetime) -> dict[str, Any]:
    return {
        "photo_id": str(photo_id),
        "sha256": sha256,
        "size": size,
        "stored_at": clock.rfc3339(stored_at),
    }


def sign(photo_id: UUID, sha256: str, size: int, stored_at: datetime) -> tuple[str, bytes]:
    """Sign; returns (key id, signature) as the rows keep them. `size` and hash are those measured,
    not those announced."""
    key_id, signature = keys.sign(_payload(photo_id, sha256, size, stored_at))
    return key_id, keys.unb64url(signature)


def of_row(row: Any) -> ByteReceipt | None:
    """The receipt that a row carries; None where its bytes are not stored."""
    if row["stored_at"] is None or row["receipt_signature"] is None:
        return None
    return ByteReceipt(
        photo_id=row["photo_id"],
        sha256=row["sha256"],
        size=row["size"],
        stored_at=clock.rfc3339(row["stored_at"]),
        key_id=row["receipt_key_id"],
        signature=keys.b64url(row["receipt_signature"]),
    )
