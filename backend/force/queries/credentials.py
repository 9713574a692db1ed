"""Queries for checking who somebody is: credentials, failed tries, enrolments."""

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec
from piccolo.custom_types import Combinable
from piccolo.query.functions.aggregate import Count
from piccolo.querystring import QueryString

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.force.tables.officers import Credential, Enrolment
from backend.force.tables.sessions import SignInFailure, SignInPlace

# First keys of two-key advisory locks ("ht" and a number), which no other group uses.
_LOCK_ACCOUNT = 0x68740001
_LOCK_ADDRESS = 0x68740002

_NOW = QueryString("now()")
"""The moment of the transaction, as the database has it."""


class Factors(msgspec.Struct, frozen=True, kw_only=True):
    """The state of an account, and its factors: both None before the enrolment."""

    id: UUID
    username: str
    state: str
    password_hash: str | None
    totp_seed: bytes | None


class LiveEnrolment(msgspec.Struct, frozen=True, kw_only=True):
    """A one-time address that can be used, with its officer."""

    purpose: Literal["first", "password", "one_time_code"]
    expires_at: datetime
    ask_id: UUID | None
    code_hash: bytes | None
    field_only: bool
    alone: bool
    officer_id: UUID
    username: str
    full_name: str
    language: str


async def charge_try(
    account: str, address: str, place: str, since: datetime
) -> tuple[list[datetime], list[datetime]]:
    """Take both locks; return the failures of the account at this place, and of the address.

    Only failures after `since` count. The locks end with the transaction. They are always taken in
    this order, so that two tries cannot deadlock. The holder counts and charges alone, which makes
    the limit exact.
    """
    await database.execute("SELECT pg_advisory_xact_lock($1, hashtext($2))", _LOCK_ACCOUNT, account)
    await database.execute("SELECT pg_advisory_xact_lock($1, hashtext($2))", _LOCK_ADDRESS, address)
    of_account = await _failures_of_account(account, place, since)
    return of_account, await _failures_of_address(address, since)


@compiled.values(datetime)
def _failures_of_account(account: str, place: str, since: datetime) -> Query:
    by_account = (SignInFailure.account == account) & (SignInFailure.place == place)
    return _failures(by_account, since)


@compiled.values(datetime)
def failures_everywhere(account: str, since: datetime) -> Query:
    """Return the moments of the failures under a key after `since`, from everywhere, oldest first."""
    return _failures(SignInFailure.account == account, since)


@compiled.values(datetime)
def _failures_of_address(address: str, since: datetime) -> Query:
    return _failures(SignInFailure.address == address, since)


def _failures(counted: Combinable, since: datetime) -> Query:
    """Describe the query for the moments of these failures after `since`, oldest first."""
    late = SignInFailure.select(SignInFailure.failed_at).where(SignInFailure.failed_at > since)
    return late.where(counted).order_by(SignInFailure.failed_at)


async def known_place(account: str, places: list[str], since: datetime) -> str:
    """Return the first of these places from which the account's owner signed in; '' if none."""
    found = await database.fetchval(
        """
        SELECT p.place FROM officers o JOIN sign_in_places p ON p.officer_id = o.id
        WHERE o.username = $1 AND p.place = ANY($2) AND p.last_at > $3
        ORDER BY array_position($2, p.place) LIMIT 1
        """,
        account,
        places,
        since,
    )
    return found or ""


async def put_places(officer_id: UUID, places: list[str], at: datetime) -> None:
    """Record that the officer signed in at these places."""
    await database.execute(
        "INSERT INTO sign_in_places (officer_id, place, last_at) SELECT $1, unnest($2::text[]), $3 "
        "ON CONFLICT (officer_id, place) DO UPDATE SET last_at = $3",
        officer_id,
        places,
        at,
    )


@compiled.write
def delete_places_before(moment: datetime) -> Query:
    """Delete places that nobody used since."""
    return SignInPlace.delete().where(SignInPlace.last_at < moment)


async def insert_failure(account: str, address: str, place: str) -> int:
    """Charge a try before it is judged; the id takes the charge back if the try is right."""
    failure = SignInFailure(account=account, address=address, place=place)
    (made,) = await SignInFailure.insert(failure).returning(SignInFailure.id)
    charge: int = made["id"]
    return charge


@compiled.write
def delete_failure(charge: int) -> Query:
    """Take a charge back: the try was right."""
    return SignInFailure.delete().where(SignInFailure.id == charge)


@compiled.changed
def delete_failures(account: str) -> Query:
    """Unlock an account; returns how many failures were deleted."""
    return SignInFailure.delete().where(SignInFailure.account == account)


@compiled.write
def delete_failures_before(moment: datetime) -> Query:
    """Delete failures that count no longer."""
    return SignInFailure.delete().where(SignInFailure.failed_at < moment)


async def count_failures(account: str, since: datetime) -> tuple[int, int]:
    """Count the failures against the account: at all places, and at the place with the most."""
    counts = await _failures_by_place(account, since)
    return sum(counts), max(counts, default=0)


@compiled.values(int)
def _failures_by_place(account: str, since: datetime) -> Query:
    theirs = SignInFailure.select(Count()).where(SignInFailure.account == account)
    return theirs.where(SignInFailure.failed_at > since).group_by(SignInFailure.place)


async def find_by_username(username: str) -> Factors | None:
    """Return state and credentials of an account (credentials null before enrolment), or None."""
    found = await database.fetchrow(
        """
        SELECT o.id, o.username, o.state, c.password_hash, c.totp_seed
        FROM officers o LEFT JOIN credentials c ON c.officer_id = o.id WHERE o.username = $1
        """,
        username,
    )
    return rows.one(Factors, found)


async def find_by_officer(officer_id: UUID) -> Factors | None:
    """As find_by_username(), by id."""
    found = await database.fetchrow(
        """
        SELECT o.id, o.username, o.state, c.password_hash, c.totp_seed
        FROM officers o LEFT JOIN credentials c ON c.officer_id = o.id WHERE o.id = $1
        """,
        officer_id,
    )
    return rows.one(Factors, found)


@compiled.exists
def enrolled(officer_id: UUID) -> Query:
    """Tell whether an officer has credentials."""
    return Credential.exists().where(Credential.officer_id == officer_id)


async def claim_step(officer_id: UUID, step: int) -> bool:
    """Take a time step for this officer; False if it, or a later one, was taken before."""
    return await _claim_step(officer_id, step) is not None


@compiled.value(UUID)
def _claim_step(officer_id: UUID, step: int) -> Query:
    newer = (Credential.officer_id == officer_id) & (Credential.totp_step < step)
    taken = Credential.update({Credential.totp_step: step}).where(newer)
    return taken.returning(Credential.officer_id)


async def put_credentials(
    officer_id: UUID, password_hash: str, seed: bytes, step: int, *, alone: bool = False
) -> None:
    """Set both factors; `step` is the one that confirmed the seed and counts as used.

    `alone`: through a link that one administrator made without a second person.
    """
    both = Credential(
        officer_id=officer_id,
        password_hash=password_hash,
        totp_seed=seed,
        totp_step=step,
        alone=alone,
    )
    await Credential.insert(both).on_conflict(
        target=Credential.officer_id,
        action="DO UPDATE",
        values=(
            Credential.password_hash,
            Credential.totp_seed,
            Credential.totp_step,
            Credential.alone,
            Credential.changed_at,
        ),
    )


@compiled.exists
def set_alone(officer_id: UUID) -> Query:
    """Tell whether an officer's credentials came through a link that one administrator made alone."""
    return Credential.exists().where(
        (Credential.officer_id == officer_id) & Credential.alone.eq(True)
    )


async def alone_since(officer_id: UUID, since: datetime, now: datetime) -> bool:
    """Tell whether one administrator enrolled this officer alone, or has a live link to do it.

    Credentials count if they were set after `since`.
    """
    return (
        await database.fetchval(
            """
            SELECT EXISTS (SELECT FROM credentials WHERE officer_id = $1 AND alone AND changed_at > $2)
              OR EXISTS (SELECT FROM enrolments
                WHERE officer_id = $1 AND alone AND used_at IS NULL AND expires_at > $3)
            """,
            officer_id,
            since,
            now,
        )
        is True
    )


async def end_alone(officer_id: UUID) -> bool:
    """End credentials that one administrator gave alone; True if there were any.

    The officer is then as if never enrolled.
    """
    return await _end_alone(officer_id) is not None


@compiled.value(UUID)
def _end_alone(officer_id: UUID) -> Query:
    given = (Credential.officer_id == officer_id) & Credential.alone.eq(True)
    return Credential.delete().where(given).returning(Credential.officer_id)


@compiled.write
def set_password(officer_id: UUID, password_hash: str) -> Query:
    """Replace the password only."""
    return Credential.update(
        {Credential.password_hash: password_hash, Credential.changed_at: _NOW}
    ).where(Credential.officer_id == officer_id)


@compiled.write
def set_seed(officer_id: UUID, seed: bytes, step: int) -> Query:
    """Replace the seed only; steps begin again with the one that confirmed it."""
    return Credential.update(
        {
            Credential.totp_seed: seed,
            Credential.totp_step: step,
            Credential.changed_at: _NOW,
        }
    ).where(Credential.officer_id == officer_id)


async def insert_enrolment(
    token_hash: bytes,
    officer_id: UUID,
    purpose: str,
    issued_by: UUID | None,
    issued_at: datetime,
    expires_at: datetime,
    ask_id: UUID | None,
    code_hash: bytes | None,
    field_only: bool,
    alone: bool,
) -> None:
    """Insert a one-time address, and end every earlier one of this officer."""
    await end_enrolments(officer_id, issued_at)
    await Enrolment.insert(
        Enrolment(
            token_hash=token_hash,
            officer_id=officer_id,
            purpose=purpose,
            issued_by=issued_by,
            issued_at=issued_at,
            expires_at=expires_at,
            ask_id=ask_id,
            code_hash=code_hash,
            field_only=field_only,
            alone=alone,
        )
    )


@compiled.write
def end_enrolments(officer_id: UUID, at: datetime) -> Query:
    """End every one-time address of this officer."""
    unused = (Enrolment.officer_id == officer_id) & Enrolment.used_at.is_null()
    return Enrolment.update({Enrolment.used_at: at}).where(unused)


@compiled.write
def end_enrolments_of_ask(ask_id: UUID, at: datetime) -> Query:
    """End the address that rests on this ask, because the ask was answered otherwise."""
    unused = (Enrolment.ask_id == ask_id) & Enrolment.used_at.is_null()
    return Enrolment.update({Enrolment.used_at: at}).where(unused)


@compiled.one(LiveEnrolment)
def find_enrolment(token_hash: bytes, at: datetime) -> Query:
    """Return a live one-time address with its officer, or None.

    A disabled officer's address is live only if it is of a reset by two persons.
    """
    by_two = Enrolment.ask_id.is_not_null() & Enrolment.field_only.eq(False)
    return (
        Enrolment.select(
            Enrolment.purpose,
            Enrolment.expires_at,
            Enrolment.ask_id,
            Enrolment.code_hash,
            Enrolment.field_only,
            Enrolment.alone,
            Enrolment.officer_id,
            Enrolment.officer_id.username.as_alias("username"),
            Enrolment.officer_id.full_name.as_alias("full_name"),
            Enrolment.officer_id.language.as_alias("language"),
        )
        .where(Enrolment.token_hash == token_hash)
        .where(Enrolment.used_at.is_null())
        .where(Enrolment.expires_at > at)
        .where((Enrolment.officer_id.state == "active") | by_two)
    )


@compiled.write
def set_field_only(officer_id: UUID, ask_id: UUID | None) -> Query:
    """Limit these credentials to work on site until this ask is answered; None lifts the limit."""
    return Credential.update({Credential.field_only_ask: ask_id}).where(
        Credential.officer_id == officer_id
    )


@compiled.value(UUID)
def field_only(officer_id: UUID) -> Query:
    """Return the ask that limits an officer's credentials to work on site, or None."""
    theirs = Credential.select(Credential.field_only_ask)
    return theirs.where(Credential.officer_id == officer_id)


async def claim_enrolment(token_hash: bytes, at: datetime) -> bool:
    """Use a one-time address up; False if somebody else was quicker."""
    return await _claim_enrolment(token_hash, at) is not None


@compiled.value(bytes)
def _claim_enrolment(token_hash: bytes, at: datetime) -> Query:
    live = (
        (Enrolment.token_hash == token_hash)
        & Enrolment.used_at.is_null()
        & (Enrolment.expires_at > at)
    )
    claimed = Enrolment.update({Enrolment.used_at: at}).where(live)
    return claimed.returning(Enrolment.token_hash)
