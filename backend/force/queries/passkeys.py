"""Queries of officers' passkeys and of the challenges that browsers answer."""

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.force.tables.passkeys import Passkey, PasskeyChallenge

Purpose = Literal["add", "confirm"]


class PasskeyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A passkey that is not removed."""

    id: UUID
    officer_id: UUID
    credential_id: bytes
    public_key: bytes
    name: str
    transports: str
    synced: bool
    sign_count: int
    added_at: datetime
    last_used_at: datetime | None
    went_back_at: datetime | None


class Challenge(msgspec.Struct, frozen=True, kw_only=True):
    """A challenge that was taken just now."""

    challenge: bytes
    expires_at: datetime


@compiled.many(PasskeyRow)
def live_of(officer_id: UUID) -> Query:
    """Return an officer's passkeys, the latest first."""
    theirs = (Passkey.officer_id == officer_id) & Passkey.removed_at.is_null()
    listed = Passkey.select(*rows.columns(PasskeyRow, Passkey)).where(theirs)
    return listed.order_by(Passkey.added_at, ascending=False)


@compiled.one(PasskeyRow)
def lock(officer_id: UUID, credential_id: bytes) -> Query:
    """Lock and return an active officer's passkey; None if it is another's, unknown or removed."""
    theirs = (Passkey.officer_id == officer_id) & Passkey.removed_at.is_null()
    found = Passkey.select(*rows.columns(PasskeyRow, Passkey)).where(theirs)
    named = found.where(Passkey.credential_id == credential_id)
    return named.where(Passkey.officer_id.state == "active").lock_rows("UPDATE", of=(Passkey,))


@compiled.exists
def is_live(officer_id: UUID, passkey_id: UUID) -> Query:
    """Tell whether the officer has this passkey."""
    theirs = (Passkey.officer_id == officer_id) & Passkey.removed_at.is_null()
    return Passkey.exists().where(theirs & (Passkey.id == passkey_id))


@compiled.exists
def is_known(credential_id: bytes) -> Query:
    """Tell whether anybody has, or had, this credential."""
    return Passkey.exists().where(Passkey.credential_id == credential_id)


@compiled.count
def count_live(officer_id: UUID) -> Query:
    """Count an officer's passkeys."""
    return Passkey.count().where((Passkey.officer_id == officer_id) & Passkey.removed_at.is_null())


async def insert(row: PasskeyRow) -> None:
    """Insert a passkey."""
    await Passkey.insert(Passkey(**msgspec.structs.asdict(row)))


@compiled.write
def use(passkey_id: UUID, count: int, synced: bool, at: datetime) -> Query:
    """Record that a passkey was used; `count` is the highest count of signatures that came."""
    return Passkey.update(
        {Passkey.sign_count: count, Passkey.synced: synced, Passkey.last_used_at: at}
    ).where(Passkey.id == passkey_id)


@compiled.write
def mark(passkey_id: UUID, at: datetime) -> Query:
    """Record that a passkey's count of signatures went back."""
    return Passkey.update({Passkey.went_back_at: at}).where(Passkey.id == passkey_id)


@compiled.write
def remove(passkey_id: UUID, at: datetime) -> Query:
    """Remove a passkey."""
    live = (Passkey.id == passkey_id) & Passkey.removed_at.is_null()
    return Passkey.update({Passkey.removed_at: at}).where(live)


@compiled.values(str)
def remove_all(officer_id: UUID, at: datetime) -> Query:
    """Remove an officer's passkeys; returns their names."""
    live = (Passkey.officer_id == officer_id) & Passkey.removed_at.is_null()
    return Passkey.update({Passkey.removed_at: at}).where(live).returning(Passkey.name)


async def put_challenge(
    session_id: UUID, purpose: Purpose, challenge: bytes, expires_at: datetime
) -> None:
    """Set what a session's browser signs next; an earlier challenge of this purpose is void."""
    await database.execute(
        """
        INSERT INTO passkey_challenges (session_id, purpose, challenge, expires_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (session_id, purpose) DO UPDATE SET challenge = $3, expires_at = $4
        """,
        session_id,
        purpose,
        challenge,
        expires_at,
    )


@compiled.one(Challenge)
def take_challenge(session_id: UUID, purpose: Purpose) -> Query:
    """Delete a session's challenge and return it: nobody takes it again."""
    theirs = (PasskeyChallenge.session_id == session_id) & (PasskeyChallenge.purpose == purpose)
    taken = PasskeyChallenge.delete().where(theirs)
    return taken.returning(*rows.columns(Challenge, PasskeyChallenge))


@compiled.write
def delete_challenges_before(moment: datetime) -> Query:
    """Delete challenges that ended."""
    return PasskeyChallenge.delete().where(PasskeyChallenge.expires_at < moment)
