"""SQL of packages: entries with their acts as text, and the keys of their devices."""

from typing import Any
from uuid import UUID

from backend.core import database


async def list_entries(record_id: UUID) -> list[Any]:
    """Return all entries of one record in order. The caller has checked scope on the record."""
    return await database.fetch(
        """
        SELECT act_id, record_id, number, act_type, act, act_hash, previous_hash, entry_hash, received_at, key_id,
            receipt_signature, device_id
        FROM ledger_entries WHERE record_id = $1 ORDER BY number
        """,
        record_id,
    )


async def list_device_keys(device_ids: list[UUID]) -> list[Any]:
    """Return the public keys with which these devices were enrolled, as JWK text."""
    return await database.fetch(
        "SELECT id, public_key FROM devices WHERE id = ANY($1::uuid[]) ORDER BY id", device_ids
    )
