"""Queries of messages to phones, and of who got and read them."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.core.actors import Owned, UnitPath
from backend.core.scope import Reach, sql
from backend.force.tables.notices import Notice
from backend.force.tables.phone_messages import PhoneMessage


class Message(Owned, frozen=True, kw_only=True):
    """A message with how far it has come."""

    id: UUID
    device_id: UUID | None
    device: str | None
    unit_id: UUID
    unit_vi: str
    unit_en: str
    text: str
    sender: str
    sent_at: datetime
    told: int
    """Officers to whom it went."""
    fetched: int
    """Of them, those whose phone got it."""
    read: int


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """How far a message has come with one officer. Moments are None until then."""

    officer_id: UUID
    full_name: str
    username: str
    fetched_at: datetime | None
    read_at: datetime | None


async def insert(
    ident: UUID,
    device_id: UUID | None,
    path: UnitPath,
    unit_id: UUID,
    text: str,
    by: UUID,
    at: datetime,
) -> None:
    """Insert a message, sent to a device or, without one, to the phones of the unit and below."""
    await PhoneMessage.insert(
        PhoneMessage(
            id=ident,
            device_id=device_id,
            unit_id=unit_id,
            unit_1=path.unit_1,
            unit_2=path.unit_2,
            unit_3=path.unit_3,
            unit_4=path.unit_4,
            text=text,
            sent_by=by,
            sent_at=at,
        )
    )


async def signed_in_on(device_id: UUID) -> list[UUID]:
    """Return the officers with an open session on a device. The caller has checked scope."""
    found = await database.fetch(
        """
        SELECT DISTINCT officer_id FROM mobile_sessions
        WHERE device_id = $1 AND ended_at IS NULL AND expires_at > now()
        """,
        device_id,
    )
    return [row["officer_id"] for row in found]


async def signed_in_below(path: UnitPath, most: int) -> list[UUID]:
    """Return the active officers of a unit and below with an open session on any phone, at most `most`."""
    found = await database.fetch(
        f"""
        SELECT o.id FROM officers o WHERE o.unit_{path.level} = $1 AND o.state = 'active'
            AND EXISTS (SELECT FROM mobile_sessions s
                WHERE s.officer_id = o.id AND s.ended_at IS NULL AND s.expires_at > now())
        ORDER BY o.id LIMIT $2
        """,
        path.unit_id,
        most,
    )
    return [row["id"] for row in found]


_SHOWN = """
    m.id, m.device_id, d.name AS device, m.unit_id, m.unit_1, m.unit_2, m.unit_3, m.unit_4,
    u.name_vi AS unit_vi, u.name_en AS unit_en, m.text, o.full_name AS sender, m.sent_at, n.told, n.fetched, n.read
"""
_BESIDE = """
    JOIN officers o ON o.id = m.sent_by JOIN units u ON u.id = m.unit_id LEFT JOIN devices d ON d.id = m.device_id
    CROSS JOIN LATERAL (SELECT count(*) AS told, count(n.phone_at) AS fetched, count(n.read_at) AS read
        FROM notices n WHERE n.record_id = m.id AND n.kind = 'message') n
"""


async def list_messages(
    seen: Reach, device_id: UUID | None, after: tuple[datetime, UUID] | None, limit: int
) -> list[Message]:
    """Return the messages in reach, the newest first; with `device_id` those to this device alone.

    By hand: Piccolo has no LATERAL and no row comparison for keysets.
    """
    condition, ids = sql(seen, "m", 5)
    found = await database.fetch(
        f"""
        SELECT {_SHOWN} FROM (
            SELECT * FROM phone_messages m WHERE {condition} AND ($1::uuid IS NULL OR m.device_id = $1)
                AND ($2::timestamptz IS NULL OR (m.sent_at, m.id) < ($2, $3::uuid))
            ORDER BY m.sent_at DESC, m.id DESC LIMIT $4
        ) m {_BESIDE} ORDER BY m.sent_at DESC, m.id DESC
        """,
        device_id,
        after[0] if after else None,
        after[1] if after else None,
        limit,
        *ids,
    )
    return rows.many(Message, found)


async def find(seen: Reach, message_id: UUID) -> Message | None:
    """Return one message in reach, or None."""
    condition, ids = sql(seen, "m", 2)
    found = await database.fetchrow(
        f"SELECT {_SHOWN} FROM phone_messages m {_BESIDE} WHERE m.id = $1 AND {condition}",
        message_id,
        *ids,
    )
    return rows.one(Message, found)


async def receipts(message_id: UUID, most: int) -> list[Receipt]:
    """Return with whom a message has come how far: first who has not read it. The caller has checked scope."""
    found = Notice.select(
        Notice.officer_id,
        Notice.officer_id.full_name.as_alias("full_name"),
        Notice.officer_id.username.as_alias("username"),
        Notice.phone_at.as_alias("fetched_at"),
        Notice.read_at,
    ).where((Notice.record_id == message_id) & (Notice.kind == "message"))
    unread_first = found.order_by(Notice.read_at, ascending=False)
    return rows.many(Receipt, await unread_first.order_by(Notice.officer_id).limit(most))
