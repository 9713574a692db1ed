"""Where an officer is signed in: sessions at desks and on phones, and the end of single ones."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.force.tables.sessions import DeskSession, MobileSession


class DeskPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A live session at a desk."""

    id: UUID
    browser: str
    address: str
    created_at: datetime
    last_seen_at: datetime


class PhonePlace(msgspec.Struct, frozen=True, kw_only=True):
    """A live session on a phone."""

    id: UUID
    name: str
    created_at: datetime
    last_seen_at: datetime


async def desks(officer_id: UUID, at: datetime, active_since: datetime) -> list[DeskPlace]:
    """Return an officer's live desk sessions, the latest seen first."""
    found = await database.fetch(
        """
        SELECT id, browser, host(address) AS address, created_at, last_seen_at FROM desk_sessions
        WHERE officer_id = $1 AND ended_at IS NULL AND expires_at > $2 AND last_seen_at > $3
        ORDER BY last_seen_at DESC, id LIMIT 50
        """,
        officer_id,
        at,
        active_since,
    )
    return rows.many(DeskPlace, found)


async def phones(officer_id: UUID, at: datetime) -> list[PhonePlace]:
    """Return an officer's live phone sessions, the latest seen first.

    A phone was seen when it last got a pair of tokens, a quarter of an hour before at most.
    """
    found = await database.fetch(
        """
        SELECT s.id, d.name, s.created_at, coalesce(
            (SELECT max(r.created_at) FROM refresh_tokens r WHERE r.session_id = s.id), s.created_at) AS last_seen_at
        FROM mobile_sessions s JOIN devices d ON d.id = s.device_id
        WHERE s.officer_id = $1 AND s.ended_at IS NULL AND s.expires_at > $2 AND d.revoked_at IS NULL
        ORDER BY last_seen_at DESC, s.id LIMIT 50
        """,
        officer_id,
        at,
    )
    return rows.many(PhonePlace, found)


@compiled.changed
def end_desk(officer_id: UUID, session_id: UUID, at: datetime) -> Query:
    """End one of an officer's own desk sessions."""
    live = (DeskSession.officer_id == officer_id) & DeskSession.ended_at.is_null()
    return DeskSession.update({DeskSession.ended_at: at}).where(
        live & (DeskSession.id == session_id)
    )


@compiled.changed
def end_desk_but(officer_id: UUID, session_id: UUID, at: datetime) -> Query:
    """End all of an officer's desk sessions but one."""
    live = (DeskSession.officer_id == officer_id) & DeskSession.ended_at.is_null()
    return DeskSession.update({DeskSession.ended_at: at}).where(
        live & (DeskSession.id != session_id)
    )


@compiled.changed
def end_phone(officer_id: UUID, session_id: UUID, at: datetime, reason: str) -> Query:
    """End one of an officer's own phone sessions."""
    live = (MobileSession.officer_id == officer_id) & MobileSession.ended_at.is_null()
    return MobileSession.update(
        {MobileSession.ended_at: at, MobileSession.end_reason: reason}
    ).where(live & (MobileSession.id == session_id))


@compiled.changed
def end_phones(officer_id: UUID, at: datetime, reason: str) -> Query:
    """End all of an officer's phone sessions."""
    live = (MobileSession.officer_id == officer_id) & MobileSession.ended_at.is_null()
    return MobileSession.update(
        {MobileSession.ended_at: at, MobileSession.end_reason: reason}
    ).where(live)
