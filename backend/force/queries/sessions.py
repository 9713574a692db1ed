"""SQL of phone and desk sessions. Tokens are stored by their SHA-256 only."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import database

# Credentials that wait for a second person (ask_rules.FIELD_ROLES) open only the roles of work on
# site.
_ROLES = """ARRAY(SELECT r.role FROM officer_roles r
        WHERE r.officer_id = o.id AND (r.role IN ('inspector', 'team_leader') OR NOT EXISTS (
            SELECT FROM credentials k WHERE k.officer_id = o.id AND k.field_only_ask IS NOT NULL))
        ORDER BY r.role) AS roles"""
_OFFICER = f"""
    o.id AS officer_id, o.username, o.full_name, o.language, o.unit_1, o.unit_2, o.unit_3, o.unit_4, {_ROLES}
"""


async def find_mobile(token_hash: bytes, at: datetime) -> Any:
    """Return session, device and officer of an access token, in one query; None unless all live."""
    return await database.fetchrow(
        f"""
        SELECT s.id AS session_id, d.id AS device_id, d.public_key, {_OFFICER}
        FROM access_tokens a
        JOIN mobile_sessions s ON s.id = a.session_id
        JOIN officers o ON o.id = s.officer_id
        JOIN devices d ON d.id = s.device_id
        WHERE a.token_hash = $1 AND a.expires_at > $2 AND s.ended_at IS NULL AND s.expires_at > $2
          AND o.state = 'active' AND d.revoked_at IS NULL
        """,
        token_hash,
        at,
    )


async def insert_mobile(
    session_id: UUID, officer_id: UUID, device_id: UUID, at: datetime, expires_at: datetime
) -> None:
    """Insert a session, bound to one officer and one device."""
    await database.execute(
        "INSERT INTO mobile_sessions (id, officer_id, device_id, created_at, expires_at) "
        "VALUES ($1, $2, $3, $4, $5)",
        session_id,
        officer_id,
        device_id,
        at,
        expires_at,
    )


async def insert_tokens(
    session_id: UUID,
    access_hash: bytes,
    access_expires_at: datetime,
    refresh_hash: bytes,
    refresh_expires_at: datetime,
    at: datetime,
) -> None:
    """Insert a pair of tokens; one that exists already is left as it is."""
    await database.execute(
        "INSERT INTO access_tokens (token_hash, session_id, expires_at) VALUES ($1, $2, $3) "
        "ON CONFLICT DO NOTHING",
        access_hash,
        session_id,
        access_expires_at,
    )
    await database.execute(
        "INSERT INTO refresh_tokens (token_hash, session_id, created_at, expires_at) "
        "VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        refresh_hash,
        session_id,
        at,
        refresh_expires_at,
    )


async def restored_since(moment: datetime) -> bool:
    """Tell whether a restore was declared after that moment."""
    found: bool = await database.fetchval(
        "SELECT EXISTS (SELECT FROM ledger_logs WHERE era > 1 AND began_at > $1)", moment
    )
    return found


async def lock_refresh(token_hash: bytes) -> Any:
    """Lock and return a refresh token with its session: concurrent refreshes are serialised."""
    return await database.fetchrow(
        """
        SELECT t.used_at, t.expires_at AS token_expires_at, s.id AS session_id, s.officer_id,
            s.device_id, s.ended_at, s.expires_at, o.state AS officer_state, d.revoked_at
        FROM refresh_tokens t
        JOIN mobile_sessions s ON s.id = t.session_id
        JOIN officers o ON o.id = s.officer_id
        JOIN devices d ON d.id = s.device_id
        WHERE t.token_hash = $1 FOR UPDATE OF t
        """,
        token_hash,
    )


async def use_refresh(token_hash: bytes, at: datetime) -> None:
    """Mark a refresh token as used: its successor is in force."""
    await database.execute(
        "UPDATE refresh_tokens SET used_at = $2 WHERE token_hash = $1", token_hash, at
    )


async def find_access_expiry(token_hash: bytes) -> datetime | None:
    """Return when an access token ends; None if it is not, or no longer, stored."""
    moment: datetime | None = await database.fetchval(
        "SELECT expires_at FROM access_tokens WHERE token_hash = $1", token_hash
    )
    return moment


async def end_mobile(session_id: UUID, at: datetime, reason: str) -> None:
    """End one phone session with all its tokens."""
    await database.execute(
        "UPDATE mobile_sessions SET ended_at = $2, end_reason = $3 "
        "WHERE id = $1 AND ended_at IS NULL",
        session_id,
        at,
        reason,
    )


async def end_mobile_of_officer(officer_id: UUID, at: datetime, reason: str) -> None:
    """End every phone session of an officer."""
    await database.execute(
        "UPDATE mobile_sessions SET ended_at = $2, end_reason = $3 "
        "WHERE officer_id = $1 AND ended_at IS NULL",
        officer_id,
        at,
        reason,
    )


async def end_mobile_of_device(device_id: UUID, at: datetime, reason: str) -> None:
    """End every session on a device."""
    await database.execute(
        "UPDATE mobile_sessions SET ended_at = $2, end_reason = $3 "
        "WHERE device_id = $1 AND ended_at IS NULL",
        device_id,
        at,
        reason,
    )


async def end_mobile_of_pair(officer_id: UUID, device_id: UUID, at: datetime, reason: str) -> None:
    """End an officer's earlier sessions on one device."""
    await database.execute(
        "UPDATE mobile_sessions SET ended_at = $3, end_reason = $4 "
        "WHERE officer_id = $1 AND device_id = $2 AND ended_at IS NULL",
        officer_id,
        device_id,
        at,
        reason,
    )


async def delete_dead_tokens(at: datetime, refresh_before: datetime) -> None:
    """Delete access tokens that ended, and refresh tokens whose reuse matters no more."""
    await database.execute("DELETE FROM access_tokens WHERE expires_at < $1", at)
    await database.execute("DELETE FROM refresh_tokens WHERE expires_at < $1", refresh_before)


async def find_desk(token_hash: bytes, at: datetime, active_since: datetime) -> Any:
    """Return the session and officer of a desk cookie, and the number of unread notices.

    None unless all are live.
    """
    return await database.fetchrow(
        f"""
        SELECT s.id AS session_id, s.csrf_token, s.last_seen_at, s.confirmed_until,
            u.name_vi AS unit_vi, u.name_en AS unit_en, {_OFFICER},
            (SELECT count(*) FROM notices n
             WHERE n.officer_id = o.id AND n.read_at IS NULL AND n.settled_at IS NULL) AS unread
        FROM desk_sessions s
        JOIN officers o ON o.id = s.officer_id
        JOIN units u ON u.id = o.unit_id
        WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > $2
          AND s.last_seen_at > $3 AND o.state = 'active'
        """,
        token_hash,
        at,
        active_since,
    )


async def insert_desk(
    session_id: UUID,
    token_hash: bytes,
    officer_id: UUID,
    csrf_token: str,
    address: str,
    at: datetime,
    expires_at: datetime,
    confirmed_until: datetime,
) -> None:
    """Insert a desk session under a new token."""
    await database.execute(
        "INSERT INTO desk_sessions (id, token_hash, officer_id, csrf_token, address, created_at, "
        "last_seen_at, expires_at, confirmed_until) VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8)",
        session_id,
        token_hash,
        officer_id,
        csrf_token,
        address,
        at,
        expires_at,
        confirmed_until,
    )


async def confirm_desk(session_id: UUID, until: datetime) -> None:
    """Record that the officer gave the second factor on this session just now."""
    await database.execute(
        "UPDATE desk_sessions SET confirmed_until = $2 WHERE id = $1 AND ended_at IS NULL",
        session_id,
        until,
    )


async def touch_desk(session_id: UUID, at: datetime) -> None:
    """Record that the officer was active."""
    await database.execute(
        "UPDATE desk_sessions SET last_seen_at = $2 WHERE id = $1", session_id, at
    )


async def end_desk(token_hash: bytes, at: datetime) -> None:
    """End the desk session under this token, if there is one."""
    await database.execute(
        "UPDATE desk_sessions SET ended_at = $2 WHERE token_hash = $1 AND ended_at IS NULL",
        token_hash,
        at,
    )


async def end_every_desk(at: datetime) -> None:
    """End all desk sessions and all one-time addresses."""
    await database.execute("UPDATE desk_sessions SET ended_at = $1 WHERE ended_at IS NULL", at)
    await database.execute("UPDATE enrolments SET used_at = $1 WHERE used_at IS NULL", at)


async def end_desk_of_officer(officer_id: UUID, at: datetime) -> None:
    """End every desk session of an officer."""
    await database.execute(
        "UPDATE desk_sessions SET ended_at = $2 WHERE officer_id = $1 AND ended_at IS NULL",
        officer_id,
        at,
    )


async def find_actor(officer_id: UUID) -> Any:
    """Return an officer as an actor, regardless of sessions."""
    return await database.fetchrow(
        f"SELECT o.state, {_OFFICER} FROM officers o WHERE o.id = $1", officer_id
    )


async def find_self(officer_id: UUID) -> Any:
    """Return what an officer's own phone shows about them."""
    return await database.fetchrow(
        f"""
        SELECT o.id, o.username, o.full_name, o.officer_number, o.language, {_ROLES},
            u.id AS unit_id, u.code, u.name_vi, u.name_en
        FROM officers o JOIN units u ON u.id = o.unit_id WHERE o.id = $1
        """,
        officer_id,
    )
