"""Sessions of phones: access tokens of 15 minutes, refresh tokens that rotate (RFC 9700 §4.14).

Both are opaque. A refresh token is used once. Its successor is derived from it with a key of the
server, so a repeat within 30 seconds gets the very same answer: ten parallel refreshes sign nobody
out. So does a later repeat, as long as nobody has used the new pair: the answer was lost, because the
phone drove out of the signal or was killed before it had stored it. No token is stored in the clear.
A token that is used again although its successor was used was stolen or copied. The whole session
then ends, and its rightful owner signs in again.
"""

from datetime import datetime
from uuid import UUID

import msgspec
import structlog

from backend.core import access_log, clock
from backend.core.actors import Actor
from backend.core.errors import NotFound, NotSignedIn
from backend.force.accounts import phone_facts
from backend.force.accounts.tokens import derived, hashed, new_token
from backend.force.errors import SessionOfDisabled, SessionOfLostPart, SessionOfRevoked
from backend.force.queries import sessions
from backend.force.rules import accounts as rules
from backend.force.rules.actors import actor_of
from schemas.core.ids import new_id
from schemas.force.sessions import OfficerSelf, UnitName

_log = structlog.get_logger("accounts")


class Tokens(msgspec.Struct, frozen=True, kw_only=True):
    """A pair of valid tokens, its owner, and when the access token ends (UTC)."""

    access_token: str
    refresh_token: str
    expires_at: datetime
    officer_id: UUID
    device_id: UUID


async def find_actor(access_token: str) -> Actor | None:
    """Return who holds this token now; None for a dead one.

    One query and no cache, so that a session that ends is refused from the next request on. The first
    request with a pair of tokens also records that the phone has them, and one in each minute that
    the phone was heard of.
    """
    now = clock.now()
    row = await sessions.find_mobile(hashed(access_token), now)
    if row is None:
        return None
    if row.unconfirmed is not None:
        await sessions.confirm_pair(row.unconfirmed, now)
    await phone_facts.met(row.device_id, row.last_seen_at, now)
    return actor_of(
        row,
        "phone",
        session_id=row.session_id,
        device_id=row.device_id,
        device_public_key=row.public_key,
    )


async def begin(officer_id: UUID, device_id: UUID, address: str | None = None) -> Tokens:
    """Begin a session on a device; the officer's earlier session on the same device ends.

    It is on the auditors' log, like its end.
    """
    now = clock.now()
    await sessions.end_mobile_of_pair(officer_id, device_id, now, "replaced")
    session_id = new_id()
    ends = now + rules.MOBILE_SESSION_LIFE
    await sessions.insert_mobile(session_id, officer_id, device_id, now, ends)
    access, refresh = new_token(), new_token()
    expires_at = await _put(session_id, access, refresh, now, ends)
    await access_log.record_session(officer_id, "sign_in.phone", session_id, address=address)
    return Tokens(
        access_token=access,
        refresh_token=refresh,
        expires_at=expires_at,
        officer_id=officer_id,
        device_id=device_id,
    )


async def refresh(refresh_token: str) -> Tokens | None:
    """Rotate the tokens.

    Returns None if the token is dead; the caller answers 401 *after* its transaction.

    None is returned, not raised, because a reused token must leave its trace: the session that it
    ended. Raises SessionOfRevoked, SessionOfDisabled and SessionOfLostPart, which leave none.
    """
    now = clock.now()
    row = await sessions.lock_refresh(hashed(refresh_token))
    if row is None:
        if await sessions.restored_since(now - rules.MOBILE_SESSION_LIFE):
            raise SessionOfLostPart
        return None
    if row.revoked_at is not None:
        raise SessionOfRevoked
    if row.officer_state != "active":
        raise SessionOfDisabled
    if row.ended_at is not None:
        return None
    if min(row.token_expires_at, row.expires_at) <= now:
        return None
    access, successor = derived("access", refresh_token), derived("refresh", refresh_token)
    late = row.used_at is not None and now - row.used_at > rules.REFRESH_GRACE
    if late and await _has_pair(successor):
        _log.warning("refresh_token_reused", session_id=str(row.session_id))
        await sessions.end_mobile(row.session_id, now, "refresh_token_reused")
        await access_log.record_session(row.officer_id, "sign_in.reused", row.session_id)
        return None
    if row.used_at is None:
        await sessions.use_refresh(hashed(refresh_token), now)
        expires_at = await _put(row.session_id, access, successor, now, row.expires_at)
    else:
        expires_at = await sessions.find_access_expiry(hashed(access)) or now
    return Tokens(
        access_token=access,
        refresh_token=successor,
        expires_at=expires_at,
        officer_id=row.officer_id,
        device_id=row.device_id,
    )


async def _has_pair(successor: str) -> bool:
    """Tell whether somebody has used the pair of this refresh token, or it is not stored any more."""
    pair = await sessions.lock_refresh(hashed(successor))
    return pair is None or pair.used_at is not None or pair.confirmed_at is not None


async def _put(
    session_id: UUID, access: str, refresh_token: str, now: datetime, ends: datetime
) -> datetime:
    expires_at = min(now + rules.ACCESS_LIFE, ends)
    refresh_until = min(now + rules.REFRESH_LIFE, ends)
    await sessions.insert_tokens(
        session_id, hashed(access), expires_at, hashed(refresh_token), refresh_until, now
    )
    return expires_at


async def end(actor: Actor, address: str | None = None) -> None:
    """Sign out: end the session and all its tokens. Raises NotSignedIn without a session."""
    if actor.session_id is None:
        raise NotSignedIn
    await sessions.end_mobile(actor.session_id, clock.now(), "signed_out")
    await access_log.record(actor, "sign_in.out", None, address=address)


async def describe_self(officer_id: UUID) -> OfficerSelf:
    """Return the officer as their own phone shows them. Raises NotFound."""
    row = await sessions.find_self(officer_id)
    if row is None:
        raise NotFound(what="officer")
    return OfficerSelf(
        id=row.id,
        username=row.username,
        full_name=row.full_name,
        officer_number=row.officer_number,
        roles=row.roles,
        unit=UnitName(id=row.unit_id, code=row.code, name_vi=row.name_vi, name_en=row.name_en),
        language=row.language,
    )
