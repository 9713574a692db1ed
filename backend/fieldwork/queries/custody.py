"""Queries that read the steps of a photograph's custody from the tables where they are recorded."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.fieldwork.tables.custody import CustodyEvent

_EXPORTS = ("photo.original", "photo.receipts", "photo.package")
"""Readings of a photograph by which a copy leaves the system; others only open it. The one of a
whole record is `record.package`."""


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What a person did. An operator has a name but no officer's id."""

    officer_id: UUID | None
    officer_name: str | None


class Announcement(Done, frozen=True, kw_only=True):
    """A photograph, the act that announced it, and how its bytes came."""

    id: UUID
    act_id: UUID
    inspection_id: UUID
    sha256: str
    size: int
    way: str
    made_at: datetime
    received_at: datetime
    stored_at: datetime | None
    object_key: str | None
    number: int | None
    quarantine: str | None
    entry_hash: str | None
    bytes_received_at: datetime | None
    node: str | None


class ActAbout(Done, frozen=True, kw_only=True):
    """An act about a photograph after its announcement."""

    act_type: str
    received_at: datetime
    reason: str | None
    caption: str | None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A check or a protection of an original."""

    event: str
    at: datetime
    version_id: str | None
    sha256: str | None
    size: int | None
    retention_mode: str | None
    retained_until: datetime | None
    legal_hold: bool | None


class Look(Done, frozen=True, kw_only=True):
    """The readings of a photograph by one person on one day."""

    action: str
    first_at: datetime
    last_at: datetime
    count: int


class Export(Done, frozen=True, kw_only=True):
    """A copy that left the system."""

    action: str
    at: datetime


async def announcement(photo_id: UUID) -> Announcement | None:
    """Return the photograph, the act that announced it, and how its bytes came.

    If several uploads brought the bytes, the first complete one counts. Called only for a
    photograph in scope.
    """
    found = await database.fetchrow(
        """
        SELECT p.id, p.act_id, p.inspection_id, p.sha256, p.size, p.way, p.made_at, p.received_at, p.stored_at,
            p.object_key, p.officer_id, o.full_name AS officer_name, e.number, e.quarantine,
            encode(e.entry_hash, 'hex') AS entry_hash, u.received_at AS bytes_received_at, u.node
        FROM photos p JOIN officers o ON o.id = p.officer_id
        LEFT JOIN ledger_entries e ON e.act_id = p.act_id
        LEFT JOIN LATERAL (
            SELECT received_at, node FROM uploads WHERE officer_id = p.officer_id AND actual_sha256 = p.sha256
                AND state IN ('received', 'stored') AND received_at IS NOT NULL ORDER BY received_at LIMIT 1
        ) u ON true
        WHERE p.id = $1
        """,
        photo_id,
    )
    return rows.one(Announcement, found)


async def acts_about(inspection_id: UUID, photo_id: UUID, act_id: UUID) -> list[ActAbout]:
    """Return the acts about a photograph after its announcement, oldest first, without held ones.

    They withdrew or captioned the photograph, or admitted or dismissed its announcement. An
    inspection has a few dozen acts, so no index is needed.
    """
    found = await database.fetch(
        """
        SELECT e.act_type, e.received_at, e.officer_id, o.full_name AS officer_name, e.act::jsonb #>> '{content,reason}'
            AS reason, e.act::jsonb #>> '{content,caption}' AS caption
        FROM ledger_entries e LEFT JOIN officers o ON o.id = e.officer_id
        WHERE e.record_id = $1 AND e.quarantine IS NULL
            AND (e.act_type IN ('photo.withdrawn', 'photo.captioned') AND e.act::jsonb #>> '{content,photo_id}' = $2
                OR e.act_type IN ('evidence.admitted', 'evidence.dismissed')
                    AND e.act::jsonb #>> '{content,act}' = $3)
        ORDER BY e.number
        """,
        inspection_id,
        str(photo_id),
        str(act_id),
    )
    return rows.many(ActAbout, found)


async def events(photo_id: UUID, limit: int) -> list[Event]:
    """Return the latest `limit` checks and protections of the original, oldest first."""
    latest = CustodyEvent.select(*rows.columns(Event, CustodyEvent))
    latest = latest.where(CustodyEvent.photo_id == photo_id)
    found = await latest.order_by(CustodyEvent.id, ascending=False).limit(limit)
    return rows.many(Event, reversed(found))


async def looks(photo_id: UUID, limit: int) -> list[Look]:
    """Return who opened the photograph, latest first, by person, day in Vietnam and action."""
    found = await database.fetch(
        """
        SELECT a.officer_id, coalesce(a.operator, o.full_name) AS officer_name, a.action, min(a.at) AS first_at,
            max(a.at) AS last_at, count(*) AS count
        FROM access_log a LEFT JOIN officers o ON o.id = a.officer_id
        WHERE a.photo_id = $1 AND NOT a.action = ANY($2)
        GROUP BY a.officer_id, a.operator, o.full_name, a.action, (a.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
        ORDER BY max(a.at) DESC LIMIT $3
        """,
        photo_id,
        list(_EXPORTS),
        limit,
    )
    return rows.many(Look, found)


async def exports(photo_id: UUID, inspection_id: UUID, limit: int) -> list[Export]:
    """Return each time a copy left the system, alone or with its whole record, latest first."""
    found = await database.fetch(
        """
        SELECT a.officer_id, coalesce(a.operator, o.full_name) AS officer_name, a.action, a.at
        FROM access_log a LEFT JOIN officers o ON o.id = a.officer_id
        WHERE a.photo_id = $1 AND a.action = ANY($2)
            OR a.record_id = $3 AND a.photo_id IS NULL AND a.action = 'record.package'
        ORDER BY a.id DESC LIMIT $4
        """,
        photo_id,
        list(_EXPORTS),
        inspection_id,
        limit,
    )
    return rows.many(Export, found)
