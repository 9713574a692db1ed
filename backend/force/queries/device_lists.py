"""Queries of the list of devices under its conditions, and of one device's officers.

By hand, because Piccolo has no row comparison for keysets. Each set of conditions is a statement of its own: with
`$1 IS NULL OR …` PostgreSQL could not choose the index of the condition that narrows most.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.core.filter_queries import containing
from backend.core.scope import Reach, sql
from backend.force.queries.devices import DeviceRow
from backend.force.rules import phone_facts as rules

_FEW = 500
"""Devices that a search may find and still be asked for one by one."""


class DeviceFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Conditions that a list of devices may be under; one without a value narrows nothing."""

    search: str = ""
    """In the name of the device, or the name or user name of who enrolled it."""
    officer_id: UUID | None = None
    """Who ever signed in on it."""
    unit: tuple[int, UUID] | None = None
    """Level and id: the devices of this unit and of those below it."""
    state: str = ""
    """`active`, `revoked`, or `waits`: somebody's use of it waits for an approval."""
    version: str = ""
    """The version of its app, without the build."""
    below: int | None = None
    """Its app is older than this number, or never said how old it is."""
    unseen_since: date | None = None
    """It was last heard of before this Vietnamese day."""
    unsent_before: datetime | None = None
    """It holds work that was made before this moment, and said so."""
    clock_wrong: bool = False


class ListedDevice(DeviceRow, frozen=True, kw_only=True):
    """A device as lists and its page show it."""

    full_name: str
    username: str
    unit_vi: str
    unit_en: str
    waits: bool
    """Whether somebody's use of it waits for an approval."""
    app_version: str | None
    app_number: int | None
    storage_used: int | None
    storage_quota: int | None
    storage_persisted: bool | None
    clock_off_s: int | None
    told_at: datetime | None


class DeviceUser(msgspec.Struct, frozen=True, kw_only=True):
    """An officer who signed in on a device, from when to when, and how far their log there has come."""

    officer_id: UUID
    full_name: str
    username: str
    first_at: datetime
    last_at: datetime
    signed_in: bool
    """Whether a session is open now."""
    last_seq: int


_SHOWN = f"""
    {rows.named(DeviceRow, "d")}, o.full_name, o.username, u.name_vi AS unit_vi, u.name_en AS unit_en,
    EXISTS (SELECT FROM device_approvals a WHERE a.device_id = d.id AND a.approved_at IS NULL) AS waits,
    d.app_version, d.app_number, d.storage_used, d.storage_quota, d.storage_persisted, d.clock_off_s, d.told_at
"""
_BESIDE = "JOIN officers o ON o.id = d.enrolled_by JOIN units u ON u.id = d.unit_id"


async def _hits(search: str) -> list[UUID] | None:
    """Return the devices in whose name, or whose officer's, these words are; None if they are in many.

    Few are found by the indexes of names. What is in many is found sooner by walking the list in its order.
    """
    if not search:
        return None
    found = await database.fetch(
        """
        SELECT id FROM (
            (SELECT x.id FROM devices x WHERE fold(x.name) LIKE fold($1) LIMIT $3)
            UNION (SELECT x.id FROM officers n JOIN devices x ON x.enrolled_by = n.id
                WHERE fold(n.full_name) LIKE fold($1) LIMIT $3)
            UNION (SELECT x.id FROM officers n JOIN devices x ON x.enrolled_by = n.id WHERE n.username = $2)
        ) h LIMIT $3
        """,
        containing(search),
        search.lower(),
        _FEW + 1,
    )
    return [row["id"] for row in found] if len(found) <= _FEW else None


def _matching(row: str, words: str, username: str) -> str:
    return f"""SELECT FROM officers n WHERE n.id = {row}.enrolled_by AND (fold({row}.name) LIKE fold({words})
        OR fold(n.full_name) LIKE fold({words}) OR n.username = {username})"""


def _conditions(seen: Reach, asked: DeviceFilters, args: list[Any], hits: list[UUID] | None) -> str:
    """Return the conditions on rows `d`, and add their values. `hits`: the devices that are searched for, if few."""

    def value(one: Any) -> str:
        args.append(one)
        return f"${len(args)}"

    in_scope, ids = sql(seen, "d", len(args) + 1)
    args += ids
    found = [in_scope]
    if hits is not None:
        found.append(f"d.id = ANY({value(hits)}::uuid[])")
    elif asked.search:
        found.append(
            f"EXISTS ({_matching('d', value(containing(asked.search)), value(asked.search.lower()))})"
        )
    if asked.officer_id is not None:
        officer = value(asked.officer_id)
        found.append(
            f"""d.id IN (SELECT device_id FROM mobile_sessions WHERE officer_id = {officer}
                UNION SELECT id FROM devices WHERE enrolled_by = {officer})"""
        )
    found += _of_itself(asked, value)
    if asked.unsent_before is not None:
        found.append(
            "d.id IN (SELECT l.device_id FROM device_logs l"
            f" WHERE l.oldest_unsent_at < {value(asked.unsent_before)})"
        )
    return " AND ".join(found)


def _of_itself(asked: DeviceFilters, value: Callable[[Any], str]) -> list[str]:
    """Return the conditions on the device's own row."""
    found = []
    if asked.unit is not None:
        found.append(f"d.unit_{asked.unit[0]} = {value(asked.unit[1])}")
    if asked.state == "revoked":
        found.append("d.revoked_at IS NOT NULL")
    elif asked.state:
        found.append("d.revoked_at IS NULL")
    if asked.state == "waits":
        found.append("d.id IN (SELECT device_id FROM device_approvals WHERE approved_at IS NULL)")
    if asked.version:
        found.append(f"d.app_number = {value(rules.number_of(asked.version))}")
    if asked.below is not None:
        found.append(f"(d.app_number < {value(asked.below)} OR d.app_number IS NULL)")
    if asked.unseen_since is not None:
        found.append(f"d.seen_on < {value(asked.unseen_since)}")
    if asked.clock_wrong:
        found.append("abs(d.clock_off_s) > 120")  # as in the index devices_clock
    return found


async def list_devices(
    seen: Reach, asked: DeviceFilters, after: tuple[datetime, UUID] | None, limit: int
) -> list[ListedDevice]:
    """Return the devices in reach, newest first; `after` is the last row of the page before."""
    args: list[Any] = [limit]
    conditions = _conditions(seen, asked, args, await _hits(asked.search))
    if after is not None:
        conditions += f" AND (d.enrolled_at, d.id) < (${len(args) + 1}, ${len(args) + 2})"
        args += after
    found = await database.fetch(
        f"""
        SELECT {_SHOWN} FROM (
            SELECT * FROM devices d WHERE {conditions} ORDER BY d.enrolled_at DESC, d.id DESC LIMIT $1
        ) d {_BESIDE} ORDER BY d.enrolled_at DESC, d.id DESC
        """,
        *args,
    )
    return rows.many(ListedDevice, found)


async def count(seen: Reach, asked: DeviceFilters, most: int) -> int:
    """Count the devices whom list_devices() finds, up to `most`."""
    args: list[Any] = [most]
    conditions = _conditions(seen, asked, args, await _hits(asked.search))
    found = await database.fetchval(
        f"SELECT count(*) FROM (SELECT FROM devices d WHERE {conditions} LIMIT $1) x", *args
    )
    return int(found)


async def find(seen: Reach, device_id: UUID) -> ListedDevice | None:
    """Return one device in reach, or None."""
    condition, args = sql(seen, "d", 2)
    found = await database.fetchrow(
        f"SELECT {_SHOWN} FROM devices d {_BESIDE} WHERE d.id = $1 AND {condition}",
        device_id,
        *args,
    )
    return rows.one(ListedDevice, found)


async def users(device_id: UUID, most: int) -> Sequence[DeviceUser]:
    """Return who signed in on a device, the last one first. The caller has checked that the device is in reach."""
    found = await database.fetch(
        """
        SELECT s.officer_id, o.full_name, o.username, s.first_at, s.last_at, s.signed_in,
            COALESCE(l.last_seq, 0) AS last_seq
        FROM (SELECT officer_id, min(created_at) AS first_at, max(created_at) AS last_at,
                bool_or(ended_at IS NULL AND expires_at > now()) AS signed_in
            FROM mobile_sessions WHERE device_id = $1 GROUP BY officer_id) s
        JOIN officers o ON o.id = s.officer_id
        LEFT JOIN device_logs l ON l.device_id = $1 AND l.officer_id = s.officer_id
        ORDER BY s.last_at DESC, s.officer_id LIMIT $2
        """,
        device_id,
        most,
    )
    return rows.many(DeviceUser, found)
