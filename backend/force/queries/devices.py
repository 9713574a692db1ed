"""SQL of devices."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import database, scope
from backend.core.actors import Actor, UnitPath

_COLUMNS = """
    d.id, d.name, d.public_key, d.proves_key, d.enrolled_by, d.enrolled_at, d.last_seen_at, d.revoked_at,
    d.revoke_reason, d.unit_id, d.unit_1, d.unit_2, d.unit_3, d.unit_4
"""


async def lock(device_id: UUID) -> Any:
    """Lock and return the device's row, or None."""
    return await database.fetchrow(
        f"SELECT {_COLUMNS} FROM devices d WHERE d.id = $1 FOR NO KEY UPDATE", device_id
    )


async def find_key(device_id: UUID) -> Any:
    """Return a device's public key as JSON, and whether it proves that it holds the private half.

    None if there is no such device.
    """
    return await database.fetchrow(
        "SELECT public_key, proves_key FROM devices WHERE id = $1", device_id
    )


async def set_proves_key(device_id: UUID) -> None:
    """Record that the device proved its key; from now on it must always do so."""
    await database.execute("UPDATE devices SET proves_key = true WHERE id = $1", device_id)


async def list_used_by(officer_id: UUID, device_ids: list[UUID]) -> list[Any]:
    """Return those of these devices on which this officer ever signed in.

    The caller checks scope on the officer.
    """
    return await database.fetch(
        f"""
        SELECT {_COLUMNS} FROM devices d WHERE d.id = ANY($2::uuid[]) AND (d.enrolled_by = $1 OR EXISTS (
            SELECT 1 FROM mobile_sessions s WHERE s.device_id = d.id AND s.officer_id = $1))
        """,
        officer_id,
        device_ids,
    )


async def insert(
    device_id: UUID, officer_id: UUID, path: UnitPath, name: str, public_key: str, at: datetime
) -> None:
    """Insert a device. It belongs to the unit of the officer who enrolled it."""
    await database.execute(
        "INSERT INTO devices (id, enrolled_by, unit_id, unit_1, unit_2, unit_3, unit_4, name, "
        "public_key, enrolled_at, last_seen_at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $10)",
        device_id,
        officer_id,
        path.unit_id,
        *path.as_tuple(),
        name,
        public_key,
        at,
    )


async def touch(device_id: UUID, at: datetime) -> None:
    """Record that the device was heard of."""
    await database.execute("UPDATE devices SET last_seen_at = $2 WHERE id = $1", device_id, at)


async def revoke(device_id: UUID, by: UUID, reason: str, at: datetime) -> None:
    """Record that the device may not be used any more."""
    await database.execute(
        "UPDATE devices SET revoked_at = $4, revoked_by = $2, revoke_reason = $3 WHERE id = $1",
        device_id,
        by,
        reason,
        at,
    )


async def find_administered(actor: Actor, device_id: UUID) -> Any:
    """Return a device in the administrator's scope, or None."""
    condition, args = scope.sql(scope.administered(actor), "d", 2)
    return await database.fetchrow(
        f"SELECT {_COLUMNS}, o.full_name, o.username FROM devices d "
        f"JOIN officers o ON o.id = d.enrolled_by WHERE d.id = $1 AND {condition}",
        device_id,
        *args,
    )


async def unsent(device_ids: list[UUID]) -> list[Any]:
    """Return what these devices reported as unsent, a row per officer; the caller checks scope."""
    return await database.fetch(
        """
        SELECT l.device_id, o.full_name, l.unsent, l.unsent_at
        FROM device_logs l JOIN officers o ON o.id = l.officer_id
        WHERE l.device_id = ANY($1::uuid[]) AND l.unsent IS NOT NULL
        ORDER BY l.device_id, l.unsent_at DESC, o.id
        """,
        device_ids,
    )


async def list_administered(
    actor: Actor, after: tuple[datetime, UUID] | None, officer_id: UUID | None, limit: int
) -> list[Any]:
    """Return devices of the scope, newest first; `after` is the last row of the page before."""
    condition, args = scope.sql(scope.administered(actor), "d", 5)
    return await database.fetch(
        f"""
        SELECT {_COLUMNS}, o.full_name, o.username
        FROM devices d JOIN officers o ON o.id = d.enrolled_by
        WHERE {condition}
          AND ($1::timestamptz IS NULL OR (d.enrolled_at, d.id) < ($1, $2::uuid))
          AND ($3::uuid IS NULL OR d.enrolled_by = $3)
        ORDER BY d.enrolled_at DESC, d.id DESC LIMIT $4
        """,
        after[0] if after else None,
        after[1] if after else None,
        officer_id,
        limit,
        *args,
    )
