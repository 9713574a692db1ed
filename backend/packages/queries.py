"""SQL of packages: entries with their acts as text, the keys of their devices, and that one left."""

from typing import Any
from uuid import UUID

from backend import database
from backend.actors import Actor


async def list_entries(record_id: UUID) -> list[Any]:
    """Entries of one record in order, whole. The caller has checked scope on the record."""
    return await database.fetch(
        """
        SELECT act_id, record_id, number, act_type, act, act_hash, previous_hash, entry_hash, received_at, key_id,
            receipt_signature, device_id
        FROM ledger_entries WHERE record_id = $1 ORDER BY number
        """,
        record_id,
    )


async def list_device_keys(device_ids: list[UUID]) -> list[Any]:
    """The public keys with which these devices were enrolled, as JWK text."""
    return await database.fetch(
        "SELECT id, public_key FROM devices WHERE id = ANY($1::uuid[]) ORDER BY id", device_ids
    )


async def log_package(actor: Actor, inspection_id: UUID, address: str | None) -> None:
    """A package of the whole record left. Append-only; told in the story of each of its photographs."""
    await database.execute(
        """
        INSERT INTO access_log (officer_id, session_id, action, record_id, address)
        VALUES ($1, $2, 'record.package', $3, $4::text::inet)
        """,
        actor.officer_id,
        actor.session_id,
        inspection_id,
        address,
    )
