"""Queries of phone and desk sessions. Tokens are stored by their SHA-256 only."""

from datetime import datetime
from uuid import UUID

import msgspec
from piccolo.custom_types import Combinable

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.force.queries.notices import unread
from backend.force.rules.actors import ActorRow
from backend.force.tables.officers import Enrolment
from backend.force.tables.sessions import AccessToken, DeskSession, MobileSession, RefreshToken
from backend.ledger.tables.ledger import LedgerLog
from schemas.core.vocabulary import Role


class MobileRow(ActorRow, frozen=True, kw_only=True):
    """A live phone session with its device and its officer."""

    session_id: UUID
    device_id: UUID
    public_key: str
    """The device's JWK as JSON text."""
    last_seen_at: datetime
    """When the device was last heard of, to the minute."""
    unconfirmed: bytes | None
    """Hash of the pair's refresh token, if this is the first use of the pair."""


class DeskRow(ActorRow, frozen=True, kw_only=True):
    """A live desk session with its officer."""

    session_id: UUID
    csrf_token: str
    last_seen_at: datetime
    confirmed_until: datetime | None
    unit_vi: str
    unit_en: str
    has_passkeys: bool
    unread: int
    """How many notices the officer has not read."""
    seen_addresses: list[str]
    """The records that the officer opened last, the newest first."""
    seen_titles: list[str]
    hints: list[str]
    """The hints that the officer has put away."""


class StatedActor(ActorRow, frozen=True, kw_only=True):
    """An officer as an actor, active or disabled."""

    state: str


class RefreshRow(msgspec.Struct, frozen=True, kw_only=True):
    """A refresh token with its session, and the states of its officer and device."""

    used_at: datetime | None
    confirmed_at: datetime | None
    token_expires_at: datetime
    session_id: UUID
    officer_id: UUID
    device_id: UUID
    ended_at: datetime | None
    expires_at: datetime
    officer_state: str
    revoked_at: datetime | None


class SelfRow(msgspec.Struct, frozen=True, kw_only=True):
    """An officer with the unit, as their own phone shows them."""

    id: UUID
    username: str
    full_name: str
    officer_number: str | None
    language: str
    roles: list[Role]
    unit_id: UUID
    code: str
    name_vi: str
    name_en: str


# Credentials that wait for a second person (ask_rules.FIELD_ROLES) open only the roles of work on site. Emergency
# access adds its role for its hours (as asks.emergency_live() says), only in the unit that it was confirmed for.
_ROLES = """ARRAY(SELECT r.role FROM officer_roles r
        WHERE r.officer_id = o.id AND (r.role IN ('inspector', 'team_leader') OR NOT EXISTS (
            SELECT FROM credentials k WHERE k.officer_id = o.id AND k.field_only_ask IS NOT NULL))
        UNION SELECT e.content ->> 'role' FROM people_asks e
        WHERE e.officer_id = o.id AND e.kind = 'emergency' AND e.state = 'confirmed'
          AND e.answered_at + (e.content ->> 'hours')::int * interval '1 hour' > now()
          AND (e.unit_1, e.unit_2, e.unit_3, e.unit_4) IS NOT DISTINCT FROM (o.unit_1, o.unit_2, o.unit_3, o.unit_4)
          AND NOT EXISTS (SELECT FROM officer_roles n WHERE n.officer_id = o.id AND n.role = 'administrator')
          AND NOT EXISTS (SELECT FROM credentials k WHERE k.officer_id = o.id AND k.field_only_ask IS NOT NULL)
        ORDER BY 1) AS roles"""
_OFFICER = f"""
    o.id AS officer_id, o.username, o.full_name, o.language, o.unit_1, o.unit_2, o.unit_3, o.unit_4, {_ROLES}
"""


async def find_mobile(token_hash: bytes, at: datetime) -> MobileRow | None:
    """Return session, device and officer of an access token, in one query; None unless all live."""
    found = await database.fetchrow(
        f"""
        SELECT s.id AS session_id, d.id AS device_id, d.public_key, d.last_seen_at, {_OFFICER},
            (SELECT r.token_hash FROM refresh_tokens r
             WHERE r.token_hash = a.refresh_hash AND r.confirmed_at IS NULL) AS unconfirmed
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
    return rows.one(MobileRow, found)


async def insert_mobile(
    session_id: UUID, officer_id: UUID, device_id: UUID, at: datetime, expires_at: datetime
) -> None:
    """Insert a session, bound to one officer and one device."""
    await MobileSession.insert(
        MobileSession(
            id=session_id,
            officer_id=officer_id,
            device_id=device_id,
            created_at=at,
            expires_at=expires_at,
        )
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
    access = AccessToken(
        token_hash=access_hash,
        session_id=session_id,
        expires_at=access_expires_at,
        refresh_hash=refresh_hash,
    )
    await AccessToken.insert(access).on_conflict(action="DO NOTHING")
    refresh = RefreshToken(
        token_hash=refresh_hash,
        session_id=session_id,
        created_at=at,
        expires_at=refresh_expires_at,
        confirmed_at=None,  # not yet: unsaid it would be now
    )
    await RefreshToken.insert(refresh).on_conflict(action="DO NOTHING")


@compiled.exists
def restored_since(moment: datetime) -> Query:
    """Tell whether a restore was declared after that moment."""
    return LedgerLog.exists().where((LedgerLog.era > 1) & (LedgerLog.began_at > moment))


@compiled.one(RefreshRow)
def lock_refresh(token_hash: bytes) -> Query:
    """Lock and return a refresh token with its session: concurrent refreshes are serialised."""
    session = RefreshToken.session_id._  # as a table, for type checking
    token = RefreshToken.select(
        RefreshToken.used_at,
        RefreshToken.confirmed_at,
        RefreshToken.expires_at.as_alias("token_expires_at"),
        RefreshToken.session_id,
        session.officer_id.as_alias("officer_id"),
        session.device_id.as_alias("device_id"),
        session.ended_at.as_alias("ended_at"),
        session.expires_at.as_alias("expires_at"),
        session.officer_id.state.as_alias("officer_state"),
        session.device_id.revoked_at.as_alias("revoked_at"),
    ).where(RefreshToken.token_hash == token_hash)
    return token.lock_rows("UPDATE", of=(RefreshToken,))


@compiled.write
def use_refresh(token_hash: bytes, at: datetime) -> Query:
    """Mark a refresh token as used: its successor is in force."""
    return RefreshToken.update({RefreshToken.used_at: at}).where(
        RefreshToken.token_hash == token_hash
    )


@compiled.write
def confirm_pair(refresh_hash: bytes, at: datetime) -> Query:
    """Record that the phone has the pair of this refresh token: it used one of the two."""
    unconfirmed = (RefreshToken.token_hash == refresh_hash) & RefreshToken.confirmed_at.is_null()
    return RefreshToken.update({RefreshToken.confirmed_at: at}).where(unconfirmed)


@compiled.value(datetime)
def find_access_expiry(token_hash: bytes) -> Query:
    """Return when an access token ends; None if it is not, or no longer, stored."""
    return AccessToken.select(AccessToken.expires_at).where(AccessToken.token_hash == token_hash)


def _ending(which: Combinable, at: datetime, reason: str) -> Query:
    """Describe the end of those of these phone sessions that are live."""
    live = which & MobileSession.ended_at.is_null()
    return MobileSession.update(
        {MobileSession.ended_at: at, MobileSession.end_reason: reason}
    ).where(live)


@compiled.write
def end_mobile(session_id: UUID, at: datetime, reason: str) -> Query:
    """End one phone session with all its tokens."""
    return _ending(MobileSession.id == session_id, at, reason)


@compiled.write
def end_mobile_of_officer(officer_id: UUID, at: datetime, reason: str) -> Query:
    """End every phone session of an officer."""
    return _ending(MobileSession.officer_id == officer_id, at, reason)


@compiled.write
def end_mobile_of_device(device_id: UUID, at: datetime, reason: str) -> Query:
    """End every session on a device."""
    return _ending(MobileSession.device_id == device_id, at, reason)


@compiled.write
def end_mobile_of_pair(officer_id: UUID, device_id: UUID, at: datetime, reason: str) -> Query:
    """End an officer's earlier sessions on one device."""
    theirs = (MobileSession.officer_id == officer_id) & (MobileSession.device_id == device_id)
    return _ending(theirs, at, reason)


async def delete_dead_tokens(at: datetime, refresh_before: datetime) -> None:
    """Delete access tokens that ended, and refresh tokens whose reuse matters no more."""
    await _delete_access_before(at)
    await _delete_refresh_before(refresh_before)


@compiled.write
def _delete_access_before(moment: datetime) -> Query:
    return AccessToken.delete().where(AccessToken.expires_at < moment)


@compiled.write
def _delete_refresh_before(moment: datetime) -> Query:
    return RefreshToken.delete().where(RefreshToken.expires_at < moment)


async def find_desk(token_hash: bytes, at: datetime, active_since: datetime) -> DeskRow | None:
    """Return session and officer of a desk cookie, how many notices are unread, the last records; None unless live."""
    found = await database.fetchrow(
        f"""
        SELECT s.id AS session_id, s.csrf_token, s.last_seen_at, s.confirmed_until,
            u.name_vi AS unit_vi, u.name_en AS unit_en, {_OFFICER},
            EXISTS (SELECT FROM passkeys p
             WHERE p.officer_id = o.id AND p.removed_at IS NULL) AS has_passkeys,
            {unread("o")} AS unread,
            ARRAY(SELECT l.address FROM seen_records l WHERE l.officer_id = o.id
             ORDER BY l.seen_at DESC, l.address LIMIT 8) AS seen_addresses,
            ARRAY(SELECT l.title FROM seen_records l WHERE l.officer_id = o.id
             ORDER BY l.seen_at DESC, l.address LIMIT 8) AS seen_titles,
            ARRAY(SELECT h.hint FROM dismissed_hints h WHERE h.officer_id = o.id) AS hints
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
    return rows.one(DeskRow, found)


async def insert_desk(
    session_id: UUID,
    token_hash: bytes,
    officer_id: UUID,
    csrf_token: str,
    address: str,
    at: datetime,
    expires_at: datetime,
    confirmed_until: datetime,
    browser: str,
) -> None:
    """Insert a desk session under a new token."""
    await DeskSession.insert(
        DeskSession(
            id=session_id,
            token_hash=token_hash,
            officer_id=officer_id,
            csrf_token=csrf_token,
            address=address,
            created_at=at,
            last_seen_at=at,
            expires_at=expires_at,
            confirmed_until=confirmed_until,
            browser=browser,
        )
    )


@compiled.write
def confirm_desk(session_id: UUID, until: datetime) -> Query:
    """Record that the officer gave the second factor on this session just now."""
    live = (DeskSession.id == session_id) & DeskSession.ended_at.is_null()
    return DeskSession.update({DeskSession.confirmed_until: until}).where(live)


@compiled.write
def confirm_mobile(session_id: UUID, until: datetime) -> Query:
    """Record that the officer gave the second factor on this phone's session just now."""
    live = (MobileSession.id == session_id) & MobileSession.ended_at.is_null()
    return MobileSession.update({MobileSession.confirmed_until: until}).where(live)


@compiled.value(datetime)
def mobile_confirmed_until(session_id: UUID) -> Query:
    """Return until when the second factor counts on this phone's session; None if it was never given."""
    return MobileSession.select(MobileSession.confirmed_until).where(MobileSession.id == session_id)


@compiled.write
def touch_desk(session_id: UUID, at: datetime) -> Query:
    """Record that the officer was active."""
    return DeskSession.update({DeskSession.last_seen_at: at}).where(DeskSession.id == session_id)


@compiled.write
def end_desk(token_hash: bytes, at: datetime) -> Query:
    """End the desk session under this token, if there is one."""
    live = (DeskSession.token_hash == token_hash) & DeskSession.ended_at.is_null()
    return DeskSession.update({DeskSession.ended_at: at}).where(live)


async def end_every_desk(at: datetime) -> None:
    """End all desk sessions and all one-time addresses."""
    await _end_every_session(at)
    await _end_every_enrolment(at)


@compiled.write
def _end_every_session(at: datetime) -> Query:
    return DeskSession.update({DeskSession.ended_at: at}).where(DeskSession.ended_at.is_null())


@compiled.write
def _end_every_enrolment(at: datetime) -> Query:
    return Enrolment.update({Enrolment.used_at: at}).where(Enrolment.used_at.is_null())


@compiled.write
def end_desk_of_officer(officer_id: UUID, at: datetime) -> Query:
    """End every desk session of an officer."""
    live = (DeskSession.officer_id == officer_id) & DeskSession.ended_at.is_null()
    return DeskSession.update({DeskSession.ended_at: at}).where(live)


async def find_actor(officer_id: UUID) -> StatedActor | None:
    """Return an officer as an actor, regardless of sessions; None if unknown."""
    found = await database.fetchrow(
        f"SELECT o.state, {_OFFICER} FROM officers o WHERE o.id = $1", officer_id
    )
    return rows.one(StatedActor, found)


async def get_actor(officer_id: UUID) -> StatedActor:
    """Return an officer as find_actor() does. Raises LookupError if unknown."""
    found = await find_actor(officer_id)
    if found is None:
        raise LookupError(f"no officer {officer_id}")
    return found


async def find_self(officer_id: UUID) -> SelfRow | None:
    """Return what an officer's own phone shows about them."""
    found = await database.fetchrow(
        f"""
        SELECT o.id, o.username, o.full_name, o.officer_number, o.language, {_ROLES},
            u.id AS unit_id, u.code, u.name_vi, u.name_en
        FROM officers o JOIN units u ON u.id = o.unit_id WHERE o.id = $1
        """,
        officer_id,
    )
    return rows.one(SelfRow, found)
