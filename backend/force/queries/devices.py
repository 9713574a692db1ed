"""Queries of devices."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.actors import Owned, UnitPath
from backend.core.compiled import Query
from backend.core.local_time import day_of
from backend.force.tables.devices import Device, DeviceLog


class DeviceRow(Owned, frozen=True, kw_only=True):
    """A device; the unit is that of the officer who enrolled it."""

    id: UUID
    name: str
    public_key: str
    """JWK as JSON text."""
    proves_key: bool
    enrolled_by: UUID
    enrolled_at: datetime
    last_seen_at: datetime
    revoked_at: datetime | None
    revoke_reason: str | None
    unit_id: UUID


class DeviceKey(msgspec.Struct, frozen=True, kw_only=True):
    """What a device's proof is checked against."""

    public_key: str
    """JWK as JSON text."""
    proves_key: bool


class UnsentLog(msgspec.Struct, frozen=True, kw_only=True):
    """What a device reported as unsent of one officer."""

    device_id: UUID
    full_name: str
    unsent: int
    unsent_at: datetime
    unsent_acts: int | None
    unsent_photos: int | None
    unsent_bytes: int | None
    oldest_unsent_at: datetime | None


@compiled.one(DeviceRow)
def lock(device_id: UUID) -> Query:
    """Lock and return the device's row, or None."""
    device = Device.select(*rows.columns(DeviceRow, Device)).where(Device.id == device_id)
    return device.lock_rows("NO KEY UPDATE")


@compiled.one(DeviceKey)
def find_key(device_id: UUID) -> Query:
    """Return a device's public key as JSON, and whether it proves that it holds the private half.

    None if there is no such device.
    """
    return Device.select(*rows.columns(DeviceKey, Device)).where(Device.id == device_id)


@compiled.write
def set_proves_key(device_id: UUID) -> Query:
    """Record that the device proved its key; from now on it must always do so."""
    return Device.update({Device.proves_key: True}).where(Device.id == device_id)


async def list_used_by(officer_id: UUID, device_ids: list[UUID]) -> list[DeviceRow]:
    """Return those of these devices on which this officer ever signed in.

    The caller checks scope on the officer.
    """
    found = await database.fetch(
        f"""
        SELECT {rows.named(DeviceRow, "d")} FROM devices d WHERE d.id = ANY($2::uuid[]) AND (d.enrolled_by = $1
            OR EXISTS (SELECT 1 FROM mobile_sessions s WHERE s.device_id = d.id AND s.officer_id = $1))
        """,
        officer_id,
        device_ids,
    )
    return rows.many(DeviceRow, found)


async def insert(
    device_id: UUID, officer_id: UUID, path: UnitPath, name: str, public_key: str, at: datetime
) -> None:
    """Insert a device. It belongs to the unit of the officer who enrolled it."""
    await Device.insert(
        Device(
            id=device_id,
            enrolled_by=officer_id,
            unit_id=path.unit_id,
            unit_1=path.unit_1,
            unit_2=path.unit_2,
            unit_3=path.unit_3,
            unit_4=path.unit_4,
            name=name,
            public_key=public_key,
            enrolled_at=at,
            last_seen_at=at,
            seen_on=day_of(at),
        )
    )


@compiled.write
def touch(device_id: UUID, at: datetime, on: date) -> Query:
    """Record that the device was heard of; `on` is the Vietnamese day of `at`."""
    return Device.update({Device.last_seen_at: at, Device.seen_on: on}).where(
        Device.id == device_id
    )


@compiled.write
def revoke(device_id: UUID, by: UUID, reason: str, at: datetime) -> Query:
    """Record that the device may not be used any more."""
    return Device.update(
        {Device.revoked_at: at, Device.revoked_by: by, Device.revoke_reason: reason}
    ).where(Device.id == device_id)


@compiled.many(UnsentLog)
def unsent(device_ids: list[UUID]) -> Query:
    """Return what these devices reported as unsent, a row per officer; the caller checks scope."""
    told = DeviceLog.select(
        DeviceLog.device_id,
        DeviceLog.officer_id.full_name.as_alias("full_name"),
        DeviceLog.unsent,
        DeviceLog.unsent_at,
        DeviceLog.unsent_acts,
        DeviceLog.unsent_photos,
        DeviceLog.unsent_bytes,
        DeviceLog.oldest_unsent_at,
    ).where(rows.any_of(DeviceLog.device_id, device_ids) & DeviceLog.unsent.is_not_null())
    newest_first = told.order_by(DeviceLog.device_id).order_by(DeviceLog.unsent_at, ascending=False)
    return newest_first.order_by(DeviceLog.officer_id)
