"""Queries of accounts of machines, their keys and their use."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows, scoped
from backend.core.actors import Owned
from backend.core.compiled import Query
from backend.core.queries import turns
from backend.core.scope import Reach, sql
from backend.force.tables.machines import MachineAccount, MachineDay, MachineKey
from backend.force.tables.officers import Officer


class AccountRow(Owned, frozen=True, kw_only=True):
    """An account as it is."""

    id: UUID
    unit_id: UUID
    name: str
    purpose: str
    owner_id: UUID
    owner_left_at: datetime | None
    """Since when that officer no longer serves in the unit or below; the key works for a term."""
    permissions: list[str]
    networks: list[str]
    expires_on: date
    state: str
    asked_by: UUID
    asked_at: datetime
    answered_at: datetime | None
    revoked_at: datetime | None
    last_used_at: datetime | None


class ShownAccount(AccountRow, frozen=True, kw_only=True):
    """An account with the names of those who have to do with it, for its page and the list."""

    unit_code: str
    unit_vi: str
    unit_en: str
    owner: str
    owner_username: str
    asker: str
    answerer: str | None
    uses: int
    """Requests that were let in, over all days."""


class KeyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A key, without what it is."""

    id: UUID
    ending: str
    made_at: datetime
    valid_until: datetime | None
    last_used_at: datetime | None


class DayRow(msgspec.Struct, frozen=True, kw_only=True):
    """How often an account read something on one day."""

    day: date
    permission: str
    uses: int


class UseRow(msgspec.Struct, frozen=True, kw_only=True):
    """One request that was let in."""

    id: int
    at: datetime
    action: str
    address: str | None
    path: str


class LiveKey(ShownAccount, frozen=True, kw_only=True):
    """A key that is valid now, with its account."""

    key_id: UUID
    ending: str
    valid_until: datetime | None


async def insert(row: AccountRow) -> None:
    """Insert an account that was asked for."""
    await MachineAccount.insert(MachineAccount(**msgspec.structs.asdict(row)))


@compiled.one(AccountRow)
def lock(account_id: UUID) -> Query:
    """Lock and return an account, or None."""
    found = MachineAccount.select(*rows.columns(AccountRow, MachineAccount))
    return found.where(MachineAccount.id == account_id).lock_rows("NO KEY UPDATE")


@compiled.write
def answer(account_id: UUID, state: str, by: UUID, at: datetime) -> Query:
    """Record who confirmed or declined what was asked for."""
    return MachineAccount.update(
        {
            MachineAccount.state: state,
            MachineAccount.answered_by: by,
            MachineAccount.answered_at: at,
        }
    ).where(MachineAccount.id == account_id)


@compiled.write
def revoke(account_id: UUID, at: datetime) -> Query:
    """Record that all keys of an account are dead."""
    return MachineAccount.update(
        {MachineAccount.state: "revoked", MachineAccount.revoked_at: at}
    ).where(MachineAccount.id == account_id)


@compiled.write
def name_owner(account_id: UUID, owner_id: UUID) -> Query:
    """Record who answers for an account from now on."""
    return MachineAccount.update(
        {MachineAccount.owner_id: owner_id, MachineAccount.owner_left_at: None}
    ).where(MachineAccount.id == account_id)


async def owner_looked_at(officer_id: UUID | None, at: datetime) -> list[AccountRow]:
    """Record for which accounts this officer, or anybody, can no longer answer, or can again; return what is new.

    Accounts of a unit that ended opened nothing before. By hand: Piccolo joins no table in an UPDATE.
    """
    found = await database.fetch(
        f"""
        WITH before AS (
            SELECT m.id, m.owner_left_at, o.state = 'active'
                AND m.unit_id IN (o.unit_1, o.unit_2, o.unit_3, o.unit_4) IS TRUE AS serves
            FROM machine_accounts m JOIN officers o ON o.id = m.owner_id JOIN units u ON u.id = m.unit_id
            WHERE ($1::uuid IS NULL OR m.owner_id = $1) AND m.state IN ('asked', 'confirmed') AND u.valid_to IS NULL
        )
        UPDATE machine_accounts m SET owner_left_at = CASE WHEN NOT b.serves THEN coalesce(b.owner_left_at, $2) END
        FROM before b WHERE b.id = m.id AND (b.owner_left_at IS NULL) IS DISTINCT FROM b.serves
        RETURNING {rows.named(AccountRow, "m")}
        """,
        officer_id,
        at,
    )
    return [one for one in rows.many(AccountRow, found) if one.owner_left_at is not None]


async def uses_of(account_id: UUID, after: tuple[datetime, int] | None, limit: int) -> list[UseRow]:
    """Return the requests of an account that were let in, the newest first. The caller has checked scope.

    By hand: Piccolo has no row comparison for keysets.
    """
    found = await database.fetch(
        """
        SELECT x.id, x.at, x.action, host(x.address) AS address, coalesce(x.detail ->> 'path', '') AS path
        FROM access_log x WHERE x.record_id = $1 AND x.action LIKE 'machine.%'
            AND ($2::timestamptz IS NULL OR (x.at, x.id) < ($2, $3::bigint))
        ORDER BY x.at DESC, x.id DESC LIMIT $4
        """,
        account_id,
        after[0] if after else None,
        after[1] if after else None,
        limit,
    )
    return rows.many(UseRow, found)


async def without_owner() -> list[AccountRow]:
    """Return the confirmed accounts for which nobody of the unit answers."""
    found = MachineAccount.select(*rows.columns(AccountRow, MachineAccount)).where(
        (MachineAccount.state == "confirmed") & MachineAccount.owner_left_at.is_not_null()
    )
    return rows.many(AccountRow, await found.order_by(MachineAccount.id))


async def insert_key(
    key_id: UUID, account_id: UUID, key_hash: bytes, ending: str, by: UUID, at: datetime
) -> None:
    """Insert a key."""
    await MachineKey.insert(
        MachineKey(
            id=key_id,
            account_id=account_id,
            key_hash=key_hash,
            ending=ending,
            made_by=by,
            made_at=at,
        )
    )


@compiled.write
def end_keys(account_id: UUID, until: datetime, now: datetime) -> Query:
    """Let the keys of an account end then, unless they end before."""
    live = MachineKey.valid_until.is_null() | (
        (MachineKey.valid_until > now) & (MachineKey.valid_until > until)
    )
    return MachineKey.update({MachineKey.valid_until: until}).where(
        (MachineKey.account_id == account_id) & live
    )


@compiled.many(KeyRow)
def keys_of(account_id: UUID) -> Query:
    """Return the keys of an account, the newest first. The caller has checked scope."""
    found = MachineKey.select(*rows.columns(KeyRow, MachineKey))
    return found.where(MachineKey.account_id == account_id).order_by(
        MachineKey.made_at, ascending=False
    )


async def days_of(account_id: UUID, since: date) -> list[DayRow]:
    """Return how often an account read what on each day, the newest first. The caller has checked scope."""
    found = MachineDay.select(*rows.columns(DayRow, MachineDay)).where(
        (MachineDay.account_id == account_id) & (MachineDay.day >= since)
    )
    newest = found.order_by(MachineDay.day, ascending=False).order_by(MachineDay.permission)
    return rows.many(DayRow, await newest)


_SHOWN = f"""
    {rows.named(AccountRow, "m")}, u.code AS unit_code, u.name_vi AS unit_vi, u.name_en AS unit_en,
    o.full_name AS owner, o.username AS owner_username,
    a.full_name AS asker, b.full_name AS answerer,
    (SELECT coalesce(sum(d.uses), 0)::bigint FROM machine_days d WHERE d.account_id = m.id) AS uses
"""
_BESIDE = """
    JOIN units u ON u.id = m.unit_id JOIN officers o ON o.id = m.owner_id JOIN officers a ON a.id = m.asked_by
    LEFT JOIN officers b ON b.id = m.answered_by
"""


async def list_accounts(
    seen: Reach, after: tuple[datetime, UUID] | None, limit: int
) -> list[ShownAccount]:
    """Return the accounts in reach, the newest first. By hand: Piccolo has no row comparison for keysets."""
    condition, ids = sql(seen, "m", 4)
    found = await database.fetch(
        f"""
        SELECT {_SHOWN} FROM machine_accounts m {_BESIDE} WHERE {condition}
            AND ($1::timestamptz IS NULL OR (m.asked_at, m.id) < ($1, $2::uuid))
        ORDER BY m.asked_at DESC, m.id DESC LIMIT $3
        """,
        after[0] if after else None,
        after[1] if after else None,
        limit,
        *ids,
    )
    return rows.many(ShownAccount, found)


async def find(seen: Reach, account_id: UUID) -> ShownAccount | None:
    """Return one account in reach, or None."""
    condition, ids = sql(seen, "m", 2)
    found = await database.fetchrow(
        f"SELECT {_SHOWN} FROM machine_accounts m {_BESIDE} WHERE m.id = $1 AND {condition}",
        account_id,
        *ids,
    )
    return rows.one(ShownAccount, found)


async def find_live(key_hash: bytes, now: datetime) -> LiveKey | None:
    """Return the account of a key that is valid now, confirmed and not revoked, of a unit in force, or None.

    The account of a unit that was merged lies in its successor, of which the key was never to read anything.
    """
    found = await database.fetchrow(
        f"""
        SELECT {_SHOWN}, k.id AS key_id, k.ending, k.valid_until
        FROM machine_keys k JOIN machine_accounts m ON m.id = k.account_id {_BESIDE}
        WHERE k.key_hash = $1 AND m.state = 'confirmed' AND u.valid_to IS NULL
            AND (k.valid_until IS NULL OR k.valid_until > $2)
        """,
        key_hash,
        now,
    )
    return rows.one(LiveKey, found)


async def take_turn(account_id: UUID, burst: int, per_second: float) -> bool:
    """Take one of an account's turns; False if none is left.

    One statement, so that two processes never give the same turn twice.
    """
    left = await database.fetchval(
        turns.taking("machine_turns", "account_id"),
        account_id,
        float(burst),
        per_second,
    )
    return left is not None


async def note_use(
    account_id: UUID, key_id: UUID, day: date, permission: str, at: datetime
) -> None:
    """Count a request that was let in, and record when account and key were last used, in one statement."""
    await database.execute(
        """
        WITH account AS (UPDATE machine_accounts SET last_used_at = $5 WHERE id = $1),
            of_key AS (UPDATE machine_keys SET last_used_at = $5 WHERE id = $2)
        INSERT INTO machine_days AS d (account_id, day, permission, uses) VALUES ($1, $3, $4, 1)
        ON CONFLICT (account_id, day, permission) DO UPDATE SET uses = d.uses + 1
        """,
        account_id,
        key_id,
        day,
        permission,
        at,
    )


@compiled.value(UUID)
def find_owner(seen: Reach, username: str) -> Query:
    """Return an active officer in reach by the user name, who may answer for an account; None if there is none."""
    named = (Officer.username == username) & (Officer.state == "active")
    return Officer.select(Officer.id).where(named & scoped.where(seen, Officer))


async def ending_before(day: date, today: date) -> list[AccountRow]:
    """Return the confirmed accounts that end from tomorrow to that day."""
    found = MachineAccount.select(*rows.columns(AccountRow, MachineAccount)).where(
        (MachineAccount.state == "confirmed")
        & (MachineAccount.expires_on <= day)
        & (MachineAccount.expires_on > today)
    )
    return rows.many(AccountRow, await found.order_by(MachineAccount.id))
