"""Queries of new devices: who used which, and which of them need an approval."""

from datetime import datetime
from uuid import UUID

import msgspec
from piccolo.query.methods import Select

from backend.core import compiled, database, rows, scope, scoped
from backend.core.actors import Actor, Owned
from backend.core.compiled import Query
from backend.force.tables.devices import DeviceApproval
from backend.force.tables.sessions import MobileSession


class Approval(Owned, frozen=True, kw_only=True):
    """An approval of a device, given or waited for; the unit is the officer's."""

    id: UUID
    device_id: UUID
    officer_id: UUID
    asked_at: datetime
    approved_at: datetime | None
    approved_by: UUID | None
    device: str
    revoked_at: datetime | None
    """When the device was revoked."""
    full_name: str
    username: str
    unit_id: UUID


@compiled.exists
def has_used(officer_id: UUID, device_id: UUID) -> Query:
    """Tell whether an officer ever had a session on a device."""
    return MobileSession.exists().where(
        (MobileSession.officer_id == officer_id) & (MobileSession.device_id == device_id)
    )


@compiled.exists
def has_others(officer_id: UUID, device_id: UUID) -> Query:
    """Tell whether an officer ever had a session on another device."""
    return MobileSession.exists().where(
        (MobileSession.officer_id == officer_id) & (MobileSession.device_id != device_id)
    )


class UnitAbove(msgspec.Struct, frozen=True, kw_only=True):
    """An officer's unit, or one above it, and whether it demands an approval of new devices by an act."""

    code: str
    device_approval: bool


async def units_above(officer_id: UUID) -> list[UnitAbove]:
    """Return an officer's unit and those above it."""
    found = await database.fetch(
        "SELECT u.code, u.device_approval FROM officers o"
        " JOIN units u ON u.id IN (o.unit_1, o.unit_2, o.unit_3, o.unit_4) WHERE o.id = $1",
        officer_id,
    )
    return rows.many(UnitAbove, found)


async def ask(ident: UUID, device_id: UUID, officer_id: UUID, at: datetime) -> bool:
    """Record that an officer's use of a device needs an approval; False if that was recorded."""
    asked = DeviceApproval(id=ident, device_id=device_id, officer_id=officer_id, asked_at=at)
    made = DeviceApproval.insert(asked).on_conflict(action="DO NOTHING")
    return bool(await made.returning(DeviceApproval.id))


@compiled.one(Approval)
def of_pair(device_id: UUID, officer_id: UUID) -> Query:
    """Lock and return the approval of this officer on this device, or None."""
    theirs = _shown().where(DeviceApproval.device_id == device_id)
    return theirs.where(DeviceApproval.officer_id == officer_id).lock_rows(
        "UPDATE", of=(DeviceApproval,)
    )


@compiled.one(Approval)
def find(ident: UUID) -> Query:
    """Return an approval by its id; the caller checks scope on the officer."""
    return _shown().where(DeviceApproval.id == ident)


def _shown() -> Select[DeviceApproval]:
    """Describe approvals with their device and officer."""
    device, officer = DeviceApproval.device_id._, DeviceApproval.officer_id._
    theirs = DeviceApproval.id, DeviceApproval.device_id, DeviceApproval.officer_id
    times = DeviceApproval.asked_at, DeviceApproval.approved_at, DeviceApproval.approved_by
    of_officer = ("full_name", "username", "unit_id", "unit_1", "unit_2", "unit_3", "unit_4")
    return DeviceApproval.select(
        *theirs,
        *times,
        device.name.as_alias("device"),
        device.revoked_at.as_alias("revoked_at"),
        *(getattr(officer, name).as_alias(name) for name in of_officer),
    )


async def list_waiting(actor: Actor, most: int) -> list[Approval]:
    """Return what this actor may approve, the longest waiting first; never the actor's own."""
    waiting = (
        _shown()
        .where(scoped.where(scope.devices(actor), DeviceApproval.officer_id))
        .where(DeviceApproval.approved_at.is_null())
        .where(DeviceApproval.device_id.revoked_at.is_null())
        .where(DeviceApproval.officer_id != actor.officer_id)
    )
    oldest_first = waiting.order_by(DeviceApproval.asked_at, DeviceApproval.id)
    return rows.many(Approval, await oldest_first.limit(most))


@compiled.write
def approve(device_id: UUID, officer_id: UUID, by: UUID, at: datetime) -> Query:
    """Record that the officer may use the device."""
    return DeviceApproval.update(
        {DeviceApproval.approved_at: at, DeviceApproval.approved_by: by}
    ).where(
        (DeviceApproval.device_id == device_id)
        & (DeviceApproval.officer_id == officer_id)
        & DeviceApproval.approved_at.is_null()
    )
