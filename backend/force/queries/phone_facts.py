"""Queries that write what phones say of themselves, and when they were last heard of."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core import compiled, database
from backend.core.compiled import Query
from backend.force.tables.devices import Device


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What a phone said of itself; None where it did not."""

    app_version: str | None
    app_number: int | None
    storage_used: int | None
    storage_quota: int | None
    storage_persisted: bool | None
    clock_off_s: int | None


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """How much of an officer's work waits on a phone; None where it does not say."""

    unsent: int
    acts: int | None
    photos: int | None
    size: int | None
    oldest_at: datetime | None


async def met(device_id: UUID, at: datetime, on: date, before: datetime) -> None:
    """Record that the device was heard of, unless another process did so since `before`.

    Nobody waits for the row: a restructuring holds the rows of all its devices until it ends, and the next contact is
    recorded as well. By hand: Piccolo skips no locked rows.
    """
    await database.execute(
        """
        UPDATE devices SET last_seen_at = $2, seen_on = $3 WHERE id = (SELECT id FROM devices
            WHERE id = $1 AND last_seen_at <= $4 FOR NO KEY UPDATE SKIP LOCKED)
        """,
        device_id,
        at,
        on,
        before,
    )


@compiled.write
def note(device_id: UUID, said: Said, at: datetime) -> Query:
    """Record what a phone said of itself, in place of what it said before."""
    return Device.update(
        {
            Device.app_version: said.app_version,
            Device.app_number: said.app_number,
            Device.storage_used: said.storage_used,
            Device.storage_quota: said.storage_quota,
            Device.storage_persisted: said.storage_persisted,
            Device.clock_off_s: said.clock_off_s,
            Device.told_at: at,
        }
    ).where(Device.id == device_id)


async def note_unsent(officer_id: UUID, device_id: UUID, waiting: Waiting, at: datetime) -> None:
    """Record how much of this officer's work is still unsent on this device, by the phone's account.

    By hand: Piccolo's insert names no other values for a row that is there.
    """
    await database.execute(
        """
        INSERT INTO device_logs
            (device_id, officer_id, unsent, unsent_at, unsent_acts, unsent_photos, unsent_bytes, oldest_unsent_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (device_id, officer_id) DO UPDATE SET unsent = $3, unsent_at = $4, unsent_acts = $5,
            unsent_photos = $6, unsent_bytes = $7, oldest_unsent_at = $8
        """,
        device_id,
        officer_id,
        waiting.unsent,
        at,
        waiting.acts,
        waiting.photos,
        waiting.size,
        waiting.oldest_at,
    )
