"""Queries of phones that an officer may report as lost."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.force.tables.devices import DeviceLog
from backend.force.tables.sessions import MobileSession


class UsedPhone(msgspec.Struct, frozen=True, kw_only=True):
    """A phone on which an officer signed in."""

    id: UUID
    name: str
    last_seen_at: datetime
    revoked_at: datetime | None


class UnsentWork(msgspec.Struct, frozen=True, kw_only=True):
    """What a phone last said to hold of one officer's work."""

    device_id: UUID
    full_name: str
    unsent: int
    unsent_at: datetime


async def used_by(officer_id: UUID) -> list[UsedPhone]:
    """Return the phones on which an officer ever signed in, those in use first, the latest seen first."""
    found = await database.fetch(
        """
        SELECT d.id, d.name, d.last_seen_at, d.revoked_at FROM devices d
        WHERE d.enrolled_by = $1
            OR EXISTS (SELECT FROM mobile_sessions s WHERE s.device_id = d.id AND s.officer_id = $1)
        ORDER BY d.revoked_at IS NOT NULL, d.last_seen_at DESC, d.id LIMIT 20
        """,
        officer_id,
    )
    return rows.many(UsedPhone, found)


@compiled.many(UnsentWork)
def unsent(device_ids: list[UUID]) -> Query:
    """Return what these phones last said to hold, a row for each officer."""
    told = DeviceLog.select(
        DeviceLog.device_id,
        DeviceLog.officer_id.full_name.as_alias("full_name"),
        DeviceLog.unsent,
        DeviceLog.unsent_at,
    ).where(rows.any_of(DeviceLog.device_id, device_ids) & DeviceLog.unsent.is_not_null())
    return told.order_by(DeviceLog.unsent_at, ascending=False)


@compiled.values(UUID)
def others_on(device_id: UUID, but: UUID) -> Query:
    """Return who else is signed in on a phone."""
    live = (MobileSession.device_id == device_id) & MobileSession.ended_at.is_null()
    theirs = MobileSession.select(MobileSession.officer_id).where(live)
    return theirs.where(MobileSession.officer_id != but).distinct()
