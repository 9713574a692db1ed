"""SQL for checking who somebody is: credentials, failed tries, enrolments."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import database

# First keys of two-key advisory locks ("ht" and a number), which no other group uses.
_LOCK_ACCOUNT = 0x68740001
_LOCK_ADDRESS = 0x68740002


async def charge_try(
    account: str, address: str, place: str, since: datetime
) -> tuple[list[Any], list[Any]]:
    """Take both locks; return the failures of the account at this place, and of the address.

    Only failures after `since` count. The locks end with the transaction. They are always taken in
    this order, so that two tries cannot deadlock. The holder counts and charges alone, which makes
    the limit exact.
    """
    await database.execute("SELECT pg_advisory_xact_lock($1, hashtext($2))", _LOCK_ACCOUNT, account)
    await database.execute("SELECT pg_advisory_xact_lock($1, hashtext($2))", _LOCK_ADDRESS, address)
    by_account = await database.fetch(
        "SELECT failed_at FROM sign_in_failures WHERE account = $1 AND failed_at > $2 "
        "AND place = $3 ORDER BY failed_at",
        account,
        since,
        place,
    )
    by_address = await database.fetch(
        "SELECT failed_at FROM sign_in_failures WHERE address = $1 AND failed_at > $2 "
        "ORDER BY failed_at",
        address,
        since,
    )
    return [row["failed_at"] for row in by_account], [row["failed_at"] for row in by_address]


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


async def delete_places_before(moment: datetime) -> None:
    """Delete places that nobody used since."""
    await database.execute("DELETE FROM sign_in_places WHERE last_at < $1", moment)


async def insert_failure(account: str, address: str, place: str) -> int:
    """Charge a try before it is judged; the id takes the charge back if the try is right."""
    charge: int = await database.fetchval(
        "INSERT INTO sign_in_failures (account, address, place) VALUES ($1, $2, $3) RETURNING id",
        account,
        address,
        place,
    )
    return charge


async def delete_failure(charge: int) -> None:
    """Take a charge back: the try was right."""
    await database.execute("DELETE FROM sign_in_failures WHERE id = $1", charge)


async def delete_failures(account: str) -> int:
    """Unlock an account; returns how many failures were deleted."""
    tag = await database.execute("DELETE FROM sign_in_failures WHERE account = $1", account)
    return int(tag.rsplit(" ", 1)[-1])


async def delete_failures_before(moment: datetime) -> None:
    """Delete failures that count no longer."""
    await database.execute("DELETE FROM sign_in_failures WHERE failed_at < $1", moment)


async def count_failures(account: str, since: datetime) -> tuple[int, int]:
    """Count the failures against the account: at all places, and at the place with the most."""
    rows = await database.fetch(
        "SELECT count(*) AS failures FROM sign_in_failures WHERE account = $1 AND failed_at > $2"
        " GROUP BY place",
        account,
        since,
    )
    counts = [row["failures"] for row in rows]
    return sum(counts), max(counts, default=0)


async def find_by_username(username: str) -> Any:
    """Return state and credentials of an account (credentials null before enrolment), or None."""
    return await database.fetchrow(
        """
        SELECT o.id, o.username, o.state, c.password_hash, c.totp_seed
        FROM officers o LEFT JOIN credentials c ON c.officer_id = o.id WHERE o.username = $1
        """,
        username,
    )


async def find_by_officer(officer_id: UUID) -> Any:
    """As find_by_username(), by id."""
    return await database.fetchrow(
        """
        SELECT o.id, o.username, o.state, c.password_hash, c.totp_seed
        FROM officers o LEFT JOIN credentials c ON c.officer_id = o.id WHERE o.id = $1
        """,
        officer_id,
    )


async def claim_step(officer_id: UUID, step: int) -> bool:
    """Take a time step for this officer; False if it, or a later one, was taken before."""
    return (
        await database.fetchval(
            "UPDATE credentials SET totp_step = $2 WHERE officer_id = $1 AND totp_step < $2 "
            "RETURNING true",
            officer_id,
            step,
        )
        is True
    )


async def put_credentials(
    officer_id: UUID, password_hash: str, seed: bytes, step: int, *, alone: bool = False
) -> None:
    """Set both factors; `step` is the one that confirmed the seed and counts as used.

    `alone`: through a link that one administrator made without a second person.
    """
    await database.execute(
        """
        INSERT INTO credentials (officer_id, password_hash, totp_seed, totp_step, alone)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (officer_id) DO UPDATE
        SET password_hash = $2, totp_seed = $3, totp_step = $4, alone = $5, changed_at = now()
        """,
        officer_id,
        password_hash,
        seed,
        step,
        alone,
    )


async def set_alone(officer_id: UUID) -> bool:
    """Tell whether an officer's credentials came through a link that one administrator made alone."""
    return (
        await database.fetchval("SELECT alone FROM credentials WHERE officer_id = $1", officer_id)
        is True
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
    return (
        await database.fetchval(
            "DELETE FROM credentials WHERE officer_id = $1 AND alone RETURNING true", officer_id
        )
        is True
    )


async def set_password(officer_id: UUID, password_hash: str) -> None:
    """Replace the password only."""
    await database.execute(
        "UPDATE credentials SET password_hash = $2, changed_at = now() WHERE officer_id = $1",
        officer_id,
        password_hash,
    )


async def set_seed(officer_id: UUID, seed: bytes, step: int) -> None:
    """Replace the seed only; steps begin again with the one that confirmed it."""
    await database.execute(
        "UPDATE credentials SET totp_seed = $2, totp_step = $3, changed_at = now() "
        "WHERE officer_id = $1",
        officer_id,
        seed,
        step,
    )


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
    await database.execute(
        "INSERT INTO enrolments (token_hash, officer_id, purpose, issued_by, issued_at, expires_at, ask_id,"
        " code_hash, field_only, alone) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        token_hash,
        officer_id,
        purpose,
        issued_by,
        issued_at,
        expires_at,
        ask_id,
        code_hash,
        field_only,
        alone,
    )


async def end_enrolments(officer_id: UUID, at: datetime) -> None:
    """End every one-time address of this officer."""
    await database.execute(
        "UPDATE enrolments SET used_at = $2 WHERE officer_id = $1 AND used_at IS NULL",
        officer_id,
        at,
    )


async def end_enrolments_of_ask(ask_id: UUID, at: datetime) -> None:
    """End the address that rests on this ask, because the ask was answered otherwise."""
    await database.execute(
        "UPDATE enrolments SET used_at = $2 WHERE ask_id = $1 AND used_at IS NULL", ask_id, at
    )


async def find_enrolment(token_hash: bytes, at: datetime) -> Any:
    """Return a live one-time address with its officer, or None.

    A disabled officer's address is live only if it is of a reset by two persons.
    """
    return await database.fetchrow(
        """
        SELECT e.purpose, e.expires_at, e.ask_id, e.code_hash, e.field_only, e.alone, o.id AS officer_id,
            o.username, o.full_name, o.language
        FROM enrolments e JOIN officers o ON o.id = e.officer_id
        WHERE e.token_hash = $1 AND e.used_at IS NULL AND e.expires_at > $2
            AND (o.state = 'active' OR (e.ask_id IS NOT NULL AND NOT e.field_only))
        """,
        token_hash,
        at,
    )


async def set_field_only(officer_id: UUID, ask_id: UUID | None) -> None:
    """Limit these credentials to work on site until this ask is answered; None lifts the limit."""
    await database.execute(
        "UPDATE credentials SET field_only_ask = $2 WHERE officer_id = $1", officer_id, ask_id
    )


async def field_only(officer_id: UUID) -> UUID | None:
    """Return the ask that limits an officer's credentials to work on site, or None."""
    found: UUID | None = await database.fetchval(
        "SELECT field_only_ask FROM credentials WHERE officer_id = $1", officer_id
    )
    return found


async def claim_enrolment(token_hash: bytes, at: datetime) -> bool:
    """Use a one-time address up; False if somebody else was quicker."""
    return (
        await database.fetchval(
            "UPDATE enrolments SET used_at = $2 "
            "WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2 RETURNING true",
            token_hash,
            at,
        )
        is True
    )
