"""SQL of new devices: who used which, and which of them need an approval."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import database, scope
from backend.core.actors import Actor

_SHOWN = """
    a.id, a.device_id, a.officer_id, a.asked_at, a.approved_at, a.approved_by, d.name AS device, d.revoked_at,
    o.full_name, o.username, o.unit_id, o.unit_1, o.unit_2, o.unit_3, o.unit_4
"""
_FROM = (
    "device_approvals a JOIN devices d ON d.id = a.device_id JOIN officers o ON o.id = a.officer_id"
)


async def has_used(officer_id: UUID, device_id: UUID) -> bool:
    """Tell whether an officer ever had a session on a device."""
    found: bool = await database.fetchval(
        "SELECT EXISTS (SELECT FROM mobile_sessions WHERE officer_id = $1 AND device_id = $2)",
        officer_id,
        device_id,
    )
    return found


async def has_others(officer_id: UUID, device_id: UUID) -> bool:
    """Tell whether an officer ever had a session on another device."""
    found: bool = await database.fetchval(
        "SELECT EXISTS (SELECT FROM mobile_sessions WHERE officer_id = $1 AND device_id <> $2)",
        officer_id,
        device_id,
    )
    return found


async def codes_above(officer_id: UUID) -> list[str]:
    """Return the codes of an officer's unit and of those above it."""
    rows = await database.fetch(
        "SELECT u.code FROM officers o JOIN units u ON u.id IN (o.unit_1, o.unit_2, o.unit_3, o.unit_4)"
        " WHERE o.id = $1",
        officer_id,
    )
    return [row["code"] for row in rows]


async def ask(ident: UUID, device_id: UUID, officer_id: UUID, at: datetime) -> bool:
    """Record that an officer's use of a device needs an approval; False if that was recorded."""
    made = await database.fetchval(
        "INSERT INTO device_approvals (id, device_id, officer_id, asked_at) VALUES ($1, $2, $3, $4)"
        " ON CONFLICT DO NOTHING RETURNING id",
        ident,
        device_id,
        officer_id,
        at,
    )
    return made is not None


async def of_pair(device_id: UUID, officer_id: UUID) -> Any:
    """Lock and return the approval of this officer on this device, or None."""
    return await database.fetchrow(
        f"SELECT {_SHOWN} FROM {_FROM} WHERE a.device_id = $1 AND a.officer_id = $2 FOR UPDATE OF a",
        device_id,
        officer_id,
    )


async def find(ident: UUID) -> Any:
    """Return an approval by its id; the caller checks scope on the officer."""
    return await database.fetchrow(f"SELECT {_SHOWN} FROM {_FROM} WHERE a.id = $1", ident)


async def list_waiting(actor: Actor, most: int) -> list[Any]:
    """Return what this actor may approve, the longest waiting first; never the actor's own."""
    condition, args = scope.sql(scope.new_devices(actor), "o", 1)
    me = len(args) + 1
    return await database.fetch(
        f"SELECT {_SHOWN} FROM {_FROM} WHERE {condition} AND a.approved_at IS NULL AND d.revoked_at IS NULL"
        f" AND a.officer_id <> ${me} ORDER BY a.asked_at, a.id LIMIT ${me + 1}",
        *args,
        actor.officer_id,
        most,
    )


async def approve(device_id: UUID, officer_id: UUID, by: UUID, at: datetime) -> None:
    """Record that the officer may use the device."""
    await database.execute(
        "UPDATE device_approvals SET approved_at = $4, approved_by = $3"
        " WHERE device_id = $1 AND officer_id = $2 AND approved_at IS NULL",
        device_id,
        officer_id,
        by,
        at,
    )
