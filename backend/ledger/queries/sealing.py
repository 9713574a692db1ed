"""SQL of the sealer."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import database

_SEALER_LOCK = 0x6869656E_7365616C  # "hien" "seal"


async def only_sealer() -> bool:
    """Take the sealer's advisory lock for this transaction.

    Returns False if another worker holds it.
    """
    taken: bool = await database.fetchval("SELECT pg_try_advisory_xact_lock($1)", _SEALER_LOCK)
    return taken


async def last_checkpoint() -> Any:
    """The newest checkpoint, or None."""
    return await database.fetchrow(
        """
        SELECT size, root, frontier, made_at FROM ledger_checkpoints ORDER BY size DESC LIMIT 1
        """
    )


async def log_id() -> UUID:
    """Return the id of the current log. A restore begins another one."""
    found: UUID = await database.fetchval("SELECT log_id FROM installation")
    return found


async def insert_leaves(first: int, rows: list[Any]) -> None:
    """Give entries their places in the log. A trigger then removes them from the queue."""
    await database.execute(
        """
        INSERT INTO ledger_leaves (position, record_id, number, entry_hash)
        SELECT $1 + place - 1, record_id, number, entry_hash
        FROM unnest($2::uuid[], $3::bigint[], $4::bytea[]) WITH ORDINALITY AS t (record_id, number, entry_hash, place)
        """,
        first,
        [row["record_id"] for row in rows],
        [row["number"] for row in rows],
        [row["entry_hash"] for row in rows],
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
