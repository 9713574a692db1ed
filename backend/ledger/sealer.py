"""The sealer: closes what was recorded into the RFC 6962 log and signs a checkpoint.

A record's own chain shows a gap or a rewriting inside it; the log shows a whole record, or its tail, gone. Entries are
taken only of transactions below pg_snapshot_xmin: by id alone a slow transaction's entries would be passed over. One
worker seals at a time (advisory lock).
"""

from datetime import datetime
from typing import Any

from backend import clock, database, keys
from backend.ledger import merkle, seal_queries

BATCH = 5000


def checkpoint_payload(
    size: int, root: bytes, previous_root: bytes | None, made_at: datetime, key_id: str
) -> dict[str, Any]:
    """What a checkpoint's signature covers."""
    return {
        "size": size,
        "root": root.hex(),
        "previous_root": previous_root.hex() if previous_root else None,
        "made_at": clock.rfc3339(made_at),
        "key_id": key_id,
    }


async def seal_once() -> int:
    """Seal what can be sealed; returns how many entries. Opens its own transaction; nothing to do is 0."""
    async with database.transaction():
        if not await seal_queries.only_sealer():
            return 0
        last = await seal_queries.last_checkpoint()
        horizon, rows = await seal_queries.unsealed(last["bound_xid"] if last else 0, BATCH)
        if not rows:
            return 0
        size = last["size"] if last else 0
        frontier = merkle.split(last["frontier"]) if last else []
        await seal_queries.insert_leaves(size, rows)
        size, frontier = merkle.grow(size, frontier, (row["entry_hash"] for row in rows))
        root, made_at = merkle.root(frontier), clock.now()
        previous = last["root"] if last else None
        payload = checkpoint_payload(size, root, previous, made_at, keys.current().key_id)
        key_id, signature = keys.sign(payload)
        bound = horizon if len(rows) < BATCH else rows[-1]["xid"]
        await seal_queries.insert_checkpoint(
            size,
            root,
            b"".join(frontier),
            bound,
            previous,
            made_at,
            key_id,
            keys.unb64url(signature),
        )
        return len(rows)


async def lag_seconds() -> float:
    """Age of the oldest unsealed entry, for readiness and alarms."""
    return await seal_queries.seal_lag_seconds()
