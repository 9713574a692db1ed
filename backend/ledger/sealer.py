"""The sealer: appends recorded entries to the RFC 6962 log and signs a checkpoint.

A record's own chain shows a gap or a changed entry inside it. The log shows that a whole record, or
its tail, is gone. Entries to be sealed wait in the queue `ledger_unsealed`. A slow transaction's
entries appear there when it commits, and the sealer compares nothing with a value that a restore
sets back. One worker seals at a time (advisory lock).
"""

from datetime import datetime
from typing import Any
from uuid import UUID

import structlog

from backend.core import clock, database, keys
from backend.ledger.queries import queue as queue_queries
from backend.ledger.queries import sealing as seal_queries
from backend.ledger.rules import merkle

BATCH = 5000
LATE_SECONDS = 60.0
"""An entry that has waited longer than this was not just made: the sealer has stopped, or the entry
is in no queue."""
MEND_SECONDS = 60.0
_NEWEST = 1000
_LOOKED_OVER = 20_000
"""Entries that the Mender looks over each minute, starting again after the last. Ten million take
nine hours, and each look costs the database some tens of milliseconds."""

_log = structlog.get_logger("ledger")


def checkpoint_payload(
    size: int,
    root: bytes,
    previous_root: bytes | None,
    made_at: datetime,
    key_id: str,
    log_id: UUID | None = None,
) -> dict[str, Any]:
    """Return what a checkpoint's signature covers.

    `log_id` is None in checkpoints from before logs had ids.
    """
    named = {} if log_id is None else {"log_id": str(log_id)}
    return named | {
        "size": size,
        "root": root.hex(),
        "previous_root": previous_root.hex() if previous_root else None,
        "made_at": clock.rfc3339(made_at),
        "key_id": key_id,
    }


async def seal_once() -> int:
    """Seal up to BATCH waiting entries in a transaction of its own.

    Returns how many were sealed; 0 if there was nothing to do.
    """
    async with database.transaction():
        return await _seal() if await seal_queries.only_sealer() else 0


async def seal_here() -> None:
    """Seal what waits within the caller's transaction, its own entries among it.

    The last thing in a transaction, since other sealers wait until it ends. For entries that nobody
    may find unsealed: those of a demonstration's history look late from the first moment.
    """
    await seal_queries.wait_to_seal()
    while await _seal():
        pass


async def _seal() -> int:
    batch = await queue_queries.waiting(BATCH)
    if not batch.numbers:
        return 0
    last = await seal_queries.last_checkpoint()
    size = last.size if last else 0
    frontier = merkle.split(last.frontier) if last else []
    await seal_queries.insert_leaves(size, batch)
    size, frontier = merkle.grow(size, frontier, batch.entry_hashes)
    root, made_at = merkle.root(frontier), clock.unmoved()
    previous = last.root if last else None
    log_id = await seal_queries.log_id()
    payload = checkpoint_payload(size, root, previous, made_at, keys.current().key_id, log_id)
    key_id, signature = keys.sign(payload)
    await seal_queries.insert_checkpoint(
        size,
        root,
        b"".join(frontier),
        previous,
        made_at,
        key_id,
        keys.unb64url(signature),
        log_id,
    )
    return len(batch.numbers)


async def seal_all() -> None:
    """Seal everything that waits, in as many transactions as needed.

    Called before a stop and after a restore.
    """
    while await seal_once():
        pass


async def lag_seconds() -> float:
    """Return the age of the oldest waiting entry in seconds, for readiness and alarms; 0 if none waits."""
    return await queue_queries.lag_seconds()


async def hidden() -> int:
    """Return how many of the newest entries have neither a leaf nor a place in the queue.

    Only those over a minute old count. It is 0 unless somebody removed rows from the queue by hand.
    For readiness: only the newest _NEWEST entries are looked at.
    """
    return await queue_queries.hidden_among_newest(_NEWEST, LATE_SECONDS)


class Mender:
    """Puts entries that have neither a leaf nor a place in the queue back into the queue.

    They are then sealed, and reported as late. Each look covers the newest entries and the next
    part of all others.
    """

    def __init__(self) -> None:
        self._at = 0

    async def look_over(self) -> int:
        """Look over the newest and the next entries in a transaction of its own.

        Returns how many were put back.
        """
        newest = await queue_queries.before_newest(_NEWEST)
        async with database.transaction():
            if not await seal_queries.only_sealer():
                return 0
            await queue_queries.drop_sealed()
            recent = await queue_queries.mend(newest, _NEWEST)
            some = await queue_queries.mend(self._at, _LOOKED_OVER)
        self._at = some.came_to or 0
        mended = recent.mended + some.mended
        if mended:
            _log.warning("entries_were_in_no_queue", count=mended)
        return mended
