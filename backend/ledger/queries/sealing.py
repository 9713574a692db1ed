"""SQL of the sealer."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.core import database, rows


class Batch(NamedTuple):
    """Entries that are sealed together, as columns: a row each would cost time on every seal."""

    record_ids: list[UUID]
    numbers: list[int]
    entry_hashes: list[bytes]


class LastCheckpoint(msgspec.Struct, frozen=True, kw_only=True):
    """The checkpoint that the next one goes on from."""

    size: int
    root: bytes
    frontier: bytes


_SEALER_LOCK = 0x6869656E_7365616C  # "hien" "seal"


async def only_sealer() -> bool:
    """Take the sealer's advisory lock for this transaction.

    Returns False if another worker holds it.
    """
    taken: bool = await database.fetchval("SELECT pg_try_advisory_xact_lock($1)", _SEALER_LOCK)
    return taken


async def wait_to_seal() -> None:
    """Take the sealer's advisory lock for this transaction, after the process that holds it."""
    await database.execute("SELECT pg_advisory_xact_lock($1)", _SEALER_LOCK)


async def last_checkpoint() -> LastCheckpoint | None:
    """Return the newest checkpoint, or None."""
    found = await database.fetchrow(
        """
        SELECT size, root, frontier FROM ledger_checkpoints ORDER BY size DESC LIMIT 1
        """
    )
    return rows.one(LastCheckpoint, found)


async def log_id() -> UUID:
    """Return the id of the current log. A restore begins another one."""
    found: UUID = await database.fetchval("SELECT log_id FROM installation")
    return found


async def insert_leaves(first: int, batch: Batch) -> None:
    """Give entries their places in the log. A trigger then removes them from the queue."""
    await database.execute(
        """
        INSERT INTO ledger_leaves (position, record_id, number, entry_hash)
        SELECT $1 + place - 1, record_id, number, entry_hash
        FROM unnest($2::uuid[], $3::bigint[], $4::bytea[]) WITH ORDINALITY AS t (record_id, number, entry_hash, place)
        """,
        first,
        batch.record_ids,
        batch.numbers,
        batch.entry_hashes,
    )


async def insert_checkpoint(
    size: int,
    root: bytes,
    frontier: bytes,
    previous_root: bytes | None,
    made_at: datetime,
    key_id: str,
    signature: bytes,
    log_id: UUID,
) -> None:
    """Insert a signed checkpoint over all leaves so far."""
    await database.execute(
        """
        INSERT INTO ledger_checkpoints (size, root, frontier, previous_root, made_at, key_id, signature, log_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """,
        size,
        root,
        frontier,
        previous_root,
        made_at,
        key_id,
        signature,
        log_id,
    )
