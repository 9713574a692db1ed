"""Devices as the desk shows them: the list under its conditions, one device's page, and revoking it.

Heads and administrators of a unit see its devices and those of the units below. An administrator revokes them.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from backend.core import anchors, clock, keyset, scope
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.force.accounts import lent_numbers, phone_facts
from backend.force.queries import device_lists, devices
from backend.force.queries.device_lists import DeviceFilters as DeviceFilters
from backend.force.queries.device_lists import DeviceUser, ListedDevice
from backend.force.queries.devices import UnsentLog
from backend.force.rules import measured_clocks
from backend.force.rules import phone_facts as rules
from backend.force.rules.accounts import require_administrator
from backend.force.rules.measured_clocks import Measured, Timing
from backend.ledger import reading as ledger_reading
from backend.ledger import service as ledger
from backend.ledger.service import Accepted, Outcome
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind, Role
from schemas.force import acts
from schemas.force.acts import PeopleAct

SILENT = timedelta(hours=72)
"""A phone with unsent work that was silent for longer is shown as `silent`: three days without a
signal are rare, a lost phone is not."""
_MOST_USERS = 50
JUDGED = 200
"""The newest acts of each officer on a phone whose verdicts its page counts."""


class Unsent(msgspec.Struct, frozen=True, kw_only=True):
    """One officer's work that a phone still holds, as the phone reported at its last sync."""

    officer: str
    count: int
    """Acts and photographs that the server has not stored yet."""
    acts: int | None
    photos: int | None
    size: int | None
    """Bytes of the photographs. These three and the next are None of a phone that does not say them."""
    oldest_at: datetime | None
    """When the oldest of it was made."""
    at: datetime
    silent: bool
    """There is unsent work, and nothing was heard from the phone for SILENT."""


class DeviceRow(msgspec.Struct, frozen=True, kw_only=True):
    """A device in a list."""

    id: UUID
    name: str
    officer_id: UUID
    officer: str
    username: str
    unit: Text
    enrolled_at: datetime
    last_seen_at: datetime
    revoked_at: datetime | None
    revoke_reason: str | None
    waits: bool
    """Somebody's use of it waits for an approval."""
    version: str | None
    too_old: bool
    """The app is below the least version that this server names."""
    storage_used: int | None
    storage_quota: int | None
    persisted: bool | None
    clock_off_s: int | None
    """The server's clock minus the phone's, in seconds."""
    clock_wrong: bool
    told_at: datetime | None
    """When the phone said its version, storage and clock; None if it never did."""
    unsent: list[Unsent]


class DeviceAct(msgspec.Struct, frozen=True, kw_only=True):
    """One act about a device, as the ledger recorded it."""

    number: int
    act_type: str
    at: datetime
    by: str
    content: dict[str, Any]


class DevicePage(msgspec.Struct, frozen=True, kw_only=True):
    """A device's page."""

    row: DeviceRow
    users: Sequence[DeviceUser]
    verdicts: list[tuple[str, str, int]]
    """Question, answer and number of times, over the newest JUDGED acts of each officer."""
    measured: Measured | None
    """How far the clock is off by the server's own times; None if no act proves it."""
    history: list[DeviceAct]
    """Newest first."""
    may_revoke: bool


def _require_reader(actor: Actor) -> None:
    if not actor.has(Role.SUPERVISOR, Role.ADMINISTRATOR):
        raise NotAllowed


async def list_devices(
    actor: Actor, asked: DeviceFilters, after: str | None, limit: int
) -> tuple[list[DeviceRow], str | None]:
    """Return a page of the scope's devices, newest first, and the cursor of the next page.

    Raises NotAllowed, and Invalid if `after` is no cursor of this list.
    """
    _require_reader(actor)
    position = keyset.read(after, datetime, UUID) if after else None
    found = await device_lists.list_devices(scope.devices(actor), asked, position, limit + 1)
    last = found[limit - 1] if len(found) > limit else None
    more = keyset.write(last.enrolled_at, last.id) if last else None
    return await _rows(found[:limit]), more


async def count_devices(actor: Actor, asked: DeviceFilters) -> int:
    """Count the devices of list_devices() on all pages, up to one more than MOST_TOTALLED. Raises NotAllowed."""
    _require_reader(actor)
    return await device_lists.count(scope.devices(actor), asked, keyset.MOST_TOTALLED + 1)


async def of_officer(actor: Actor, officer_id: UUID, most: int) -> list[DeviceRow]:
    """Return the devices that an officer ever used, as far as they are in scope."""
    asked = DeviceFilters(officer_id=officer_id)
    return await _rows(await device_lists.list_devices(scope.devices(actor), asked, None, most))


async def get_device(actor: Actor, device_id: UUID) -> DeviceRow:
    """Return a device that the actor may revoke. Raises NotAllowed, NotFound."""
    require_administrator(actor)
    return await get_seen(actor, device_id)


async def get_seen(actor: Actor, device_id: UUID) -> DeviceRow:
    """Return a device in sight of the actor, a head or an administrator. Raises NotAllowed, NotFound."""
    _require_reader(actor)
    row = await device_lists.find(scope.devices(actor), device_id)
    if row is None:
        raise NotFound(what="device")
    return (await _rows([row]))[0]


async def get_page(actor: Actor, device_id: UUID) -> DevicePage:
    """Return a device's page. Raises NotAllowed, NotFound."""
    row = await get_seen(actor, device_id)
    users = await device_lists.users(device_id, _MOST_USERS)
    entries = await ledger_reading.timeline(device_id)
    contents = await ledger_reading.contents(device_id)
    return DevicePage(
        row=row,
        users=users,
        verdicts=await ledger_reading.verdicts_of(
            device_id, [one.officer_id for one in users], JUDGED
        ),
        measured=measured_clocks.measured(
            [
                Timing(
                    anchored_at=anchors.read(one.anchor) if one.anchor else None,
                    made_at=one.made_at,
                    received_at=one.received_at,
                )
                for one in await ledger_reading.timings_of(
                    device_id, [one.officer_id for one in users], JUDGED
                )
            ]
        ),
        history=[
            DeviceAct(
                number=entry.number,
                act_type=entry.act_type,
                at=entry.received_at,
                by=entry.officer_name or "",
                content=contents.get(entry.number) or {},
            )
            for entry in reversed(entries)
        ],
        may_revoke=actor.has(Role.ADMINISTRATOR) and row.revoked_at is None,
    )


async def revoke_device(actor: Actor, device_id: UUID, reason: str) -> Outcome:
    """Revoke a device of the scope.

    Its sessions end immediately, and the numbers lent to it are voided. Raises NotAllowed,
    NotFound.
    """
    await get_device(actor, device_id)
    content = acts.DeviceRevoked(reason=reason)
    act = ledger.desk_act(RecordKind.DEVICE, device_id, PeopleAct.DEVICE_REVOKED, content, actor)
    outcome = await ledger.record(act, actor)
    if isinstance(outcome, Accepted):
        await lent_numbers.void_of_device(device_id, actor, lent_numbers.REVOKED)
    return outcome


def unseen_for(days: int) -> date:
    """Return the day before which a phone was last heard of, if that is so many days ago."""
    return clock.today() - timedelta(days=days)


async def _rows(found: list[ListedDevice]) -> list[DeviceRow]:
    told: dict[UUID, list[UnsentLog]] = {}
    if found:
        for log in await devices.unsent([row.id for row in found]):
            told.setdefault(log.device_id, []).append(log)
    return [_row(row, told.get(row.id, [])) for row in found]


def _row(row: ListedDevice, logs: list[UnsentLog]) -> DeviceRow:
    heard = max([row.last_seen_at, *(log.unsent_at for log in logs)])
    silent = clock.now() - heard > SILENT
    return DeviceRow(
        id=row.id,
        name=row.name,
        officer_id=row.enrolled_by,
        officer=row.full_name,
        username=row.username,
        unit=Text(vi=row.unit_vi, en=row.unit_en),
        enrolled_at=row.enrolled_at,
        last_seen_at=row.last_seen_at,
        revoked_at=row.revoked_at,
        revoke_reason=row.revoke_reason,
        waits=row.waits,
        version=row.app_version,
        too_old=row.revoked_at is None and rules.is_too_old(row.app_number, phone_facts.minimum()),
        storage_used=row.storage_used,
        storage_quota=row.storage_quota,
        persisted=row.storage_persisted,
        clock_off_s=row.clock_off_s,
        clock_wrong=rules.is_clock_wrong(row.clock_off_s),
        told_at=row.told_at,
        unsent=[
            Unsent(
                officer=log.full_name,
                count=log.unsent,
                acts=log.unsent_acts,
                photos=log.unsent_photos,
                size=log.unsent_bytes,
                oldest_at=log.oldest_unsent_at,
                at=log.unsent_at,
                silent=silent and log.unsent > 0,
            )
            for log in logs
        ],
    )
