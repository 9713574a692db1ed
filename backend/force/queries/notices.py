"""Queries of notices: to whom, each once, what was read, what is settled."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.core.actors import UnitPath
from backend.force.tables.notices import Notice

ON_PHONES = ("device", "draft")
"""Kinds that phones show besides time limits."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A notice and whose it is."""

    id: UUID
    officer_id: UUID


class Settled(Told, frozen=True, kw_only=True):
    """A notice that was settled."""

    kind: str


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """A notice that was marked as read."""

    id: UUID
    kind: str


class OnPhone(msgspec.Struct, frozen=True, kw_only=True):
    """A notice as phones show it."""

    id: UUID
    kind: str
    record_id: UUID
    text_key: str
    numbers: str
    """JSON text of what fills the sentence."""
    at: datetime


_SETTLED = rows.columns(Settled, Notice)


async def supervisors(path: UnitPath, but: UUID | None = None) -> list[UUID]:
    """Return the supervisors of a unit except `but`; if none, of the nearest unit above."""
    found = await database.fetch(
        """
        SELECT o.id, array_position($1::uuid[], o.unit_id) AS level
        FROM officers o JOIN officer_roles r ON r.officer_id = o.id AND r.role = 'supervisor'
        WHERE o.unit_id = ANY($1) AND o.state = 'active' AND o.id IS DISTINCT FROM $2
        """,
        [part for part in path.as_tuple() if part is not None],
        but,
    )
    nearest = max((row["level"] for row in found), default=0)
    return [row["id"] for row in found if row["level"] == nearest]


async def insert(notices: list[dict[str, Any]]) -> list[Told]:
    """Insert the notices that were not sent before; returns (id, officer_id) of these only.

    A notice of a time limit is unique by its clock and moment, any other by its `once`.
    """
    found = await database.fetch(
        """
        INSERT INTO notices (id, officer_id, kind, record_id, rule, moment, due_at, text_key, numbers, at, once)
        SELECT r.id, r.officer_id, r.kind, r.record_id, r.rule, r.moment, r.due_at, r.text_key, r.numbers, r.at,
            r.once
        FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, officer_id uuid, kind text, record_id uuid, rule text,
            moment text, due_at timestamptz, text_key text, numbers jsonb, at timestamptz, once text)
        ON CONFLICT DO NOTHING
        RETURNING id, officer_id
        """,
        msgspec.json.encode(notices).decode(),
    )
    return rows.many(Told, found)


async def settle(ids: list[UUID], now: datetime) -> list[Told]:
    """Settle these notices; returns (id, officer_id)."""
    settled = Notice.update({Notice.settled_at: now}).where(rows.any_of(Notice.id, ids))
    return rows.many(Told, await settled.returning(*rows.columns(Told, Notice)))


async def settle_for(officer_id: UUID, kind: str, now: datetime) -> list[Settled]:
    """Settle an officer's notices of this kind; returns rows as settle_of()."""
    still_open = Notice.settled_at.is_null()
    settled = (
        Notice.update({Notice.settled_at: now})
        .where(Notice.officer_id == officer_id)
        .where((Notice.kind == kind) & still_open)
    )
    return rows.many(Settled, await settled.returning(*_SETTLED))


async def settle_of(record_id: UUID, now: datetime) -> list[Settled]:
    """Settle a record's open notices that have no clock; returns their id, officer_id, kind."""
    settled = (
        Notice.update({Notice.settled_at: now})
        .where(Notice.record_id == record_id)
        .where(Notice.settled_at.is_null() & (Notice.kind != "deadline"))
    )
    return rows.many(Settled, await settled.returning(*_SETTLED))


async def told_of(officer_id: UUID, notice_id: UUID | None, limit: int) -> list[OnPhone]:
    """Return an officer's notices on phones that are not of time limits, or one of them.

    Newest first. Notices of a device are shown until they are read; those of a draft until the
    officer answered, read or not.
    """
    unread_device = (Notice.kind == "device") & Notice.read_at.is_null()
    query = (
        Notice.select(*rows.columns(OnPhone, Notice))
        .where(Notice.officer_id == officer_id)
        .where(unread_device | (Notice.kind == "draft"))
        .where(Notice.settled_at.is_null())
    )
    if notice_id is not None:
        query = query.where(Notice.id == notice_id)
    newest_first = query.order_by(Notice.at, Notice.id, ascending=False)
    return rows.many(OnPhone, await newest_first.limit(limit))


async def count_open(officer_id: UUID) -> int:
    """Count an officer's unread notices."""
    still_open = Notice.read_at.is_null() & Notice.settled_at.is_null()
    found: int = await Notice.count().where((Notice.officer_id == officer_id) & still_open)
    return found


async def mark_read(officer_id: UUID, ids: list[UUID] | None, at: datetime) -> list[Read]:
    """Mark an officer's own notices as read, or all; returns those that were unread."""
    unread = (
        Notice.update({Notice.read_at: at})
        .where(Notice.officer_id == officer_id)
        .where(Notice.read_at.is_null())
    )
    if ids is not None:
        unread = unread.where(rows.any_of(Notice.id, ids))
    return rows.many(Read, await unread.returning(*rows.columns(Read, Notice)))


async def belongs(officer_id: UUID, notice_id: UUID) -> bool:
    """Tell whether a notice is this officer's."""
    return await Notice.exists().where((Notice.id == notice_id) & (Notice.officer_id == officer_id))
