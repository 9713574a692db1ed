"""Byte receipts: the server's signed statement that bytes were read back from the object store.

A phone deletes its copy of a photograph only after it has the byte receipt.
"""

from datetime import datetime
from uuid import UUID

from backend.core import clock, custody, keys
from backend.fieldwork.queries.photos import ReceiptRow
from schemas.core.receipts import ByteReceipt


def sign(photo_id: UUID, sha256: str, size: int, stored_at: datetime) -> tuple[str, bytes]:
    """Sign a receipt; return (key id, signature) as rows store them.

    `size` and `sha256` are the measured values, not the announced ones.
    """
    return custody.sign_receipt("photo_id", photo_id, sha256, size, stored_at)


def of_row(row: ReceiptRow) -> ByteReceipt | None:
    """Return the receipt that a row holds, or None if its bytes are not stored."""
    if row.stored_at is None or row.receipt_key_id is None or row.receipt_signature is None:
        return None
    return ByteReceipt(
        photo_id=row.photo_id,
        sha256=row.sha256,
        size=row.size,
        stored_at=clock.rfc3339(row.stored_at),
        key_id=row.receipt_key_id,
        signature=keys.b64url(row.receipt_signature),
    )
