"""SQL of the queue of entries to be sealed, for the sealer, for readiness and for verification."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.ledger.queries.sealing import Batch


class Mended(msgspec.Struct, frozen=True, kw_only=True):
    """What a look over some entries did."""

    mended: int
    """How many were put back into the queue."""
    came_to: int | None
    """The last place that was looked at; None at the end."""


class LateEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that should have a leaf by now."""

    record_id: UUID
    number: int
    received_at: datetime
    queued: bool
    all_of_them: int
    """How many are late, also beyond those that were asked for."""


class ReplacedEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the queue that is no longer in the ledger as it came."""

    record_id: UUID
    number: int
    gone: bool
    """It is not there at all; otherwise it is another."""


_NO_LEAF = "NOT EXISTS (SELECT FROM ledger_leaves l WHERE l.record_id = e.record_id AND l.number = e.number)"
_NOT_QUEUED = "NOT EXISTS (SELECT FROM ledger_unsealed q WHERE q.record_id = e.record_id AND q.number = e.number)"


async def waiting(limit: int) -> Batch:
    """Return the oldest waiting entries in the order in which they came, which keeps each record's own order.

    Their hashes are those in the queue. If an entry is rewritten or removed in between, it is
    sealed as it was, and the change is found later.
    """
    found = await database.fetch(
        f"""
        SELECT e.record_id, e.number, e.entry_hash FROM ledger_unsealed e WHERE {_NO_LEAF}
        ORDER BY e.entry_id, e.number LIMIT $1
        """,
        limit,
    )
    return Batch(
        [row["record_id"] for row in found],
        [row["number"] for row in found],
        [row["entry_hash"] for row in found],
    )


async def lag_seconds() -> float:
    """Return the age of the oldest entry in the queue in seconds; 0 if it is empty."""
    lag: float | None = await database.fetchval(
        f"""
        SELECT extract(epoch FROM now() - min(e.received_at))::float8 FROM ledger_unsealed e WHERE {_NO_LEAF}
        """
    )
    return max(0.0, lag or 0.0)


async def before_newest(entries: int) -> int:
    """Return the place just before the newest `entries` entries, for mend()."""
    place: int | None = await database.fetchval(
        "SELECT min(entry_id) FROM (SELECT entry_id FROM ledger_entries ORDER BY entry_id DESC LIMIT $1) e",
        entries,
    )
    return (place or 1) - 1


async def mend(after: int, entries: int) -> Mended:
    """Put entries that are in neither queue nor log back into the queue.

    Looks at so many entries after a place. The caller holds the sealer's lock.
    """
    found = await database.fetchrow(
        f"""
        WITH looked_over AS MATERIALIZED (
            SELECT record_id, number, entry_id, entry_hash, received_at FROM ledger_entries
            WHERE entry_id > $1 ORDER BY entry_id LIMIT $2
        ), put_back AS (
            INSERT INTO ledger_unsealed (record_id, number, entry_id, entry_hash, received_at)
            SELECT e.record_id, e.number, e.entry_id, e.entry_hash, e.received_at FROM looked_over e WHERE {_NO_LEAF}
            ON CONFLICT DO NOTHING RETURNING 1
        )
        SELECT (SELECT count(*) FROM put_back) AS mended,
            (SELECT CASE WHEN count(*) = $2 THEN max(entry_id) END FROM looked_over) AS came_to
        """,
        after,
        entries,
    )
    return msgspec.convert(dict(found), Mended)


async def drop_sealed() -> None:
    """Remove entries from the queue that already have a leaf.

    They were put there by hand, or by mend() while they were being sealed.
    """
    await database.execute(
        """
        DELETE FROM ledger_unsealed q USING ledger_leaves l WHERE l.record_id = q.record_id AND l.number = q.number
        """
    )


async def hidden_among_newest(entries: int, seconds: float) -> int:
    """Return how many of the newest entries, older than so many seconds, are in neither queue nor log."""
    count: int = await database.fetchval(
        f"""
        SELECT count(*) FROM (
            SELECT record_id, number, received_at FROM ledger_entries ORDER BY entry_id DESC LIMIT $1
        ) e
        WHERE e.received_at < now() - make_interval(secs => $2) AND {_NO_LEAF} AND {_NOT_QUEUED}
        """,
        entries,
        seconds,
    )
    return count


# For verification, in one snapshot: that of the caller's transaction. now() is the start of that
# transaction.


async def late(seconds: float, limit: int) -> list[LateEntry]:
    """Return entries older than so many seconds that have no leaf; `queued` if they are in the queue."""
    found = await database.fetch(
        f"""
        SELECT e.record_id, e.number, e.received_at, NOT {_NOT_QUEUED} AS queued, count(*) OVER () AS all_of_them
        FROM ledger_entries e
        WHERE e.received_at < now() - make_interval(secs => $1) AND {_NO_LEAF}
        ORDER BY e.entry_id LIMIT $2
        """,
        seconds,
        limit,
    )
    return rows.many(LateEntry, found)


async def waiting_but_gone(limit: int) -> list[ReplacedEntry]:
    """Return entries in the queue that are not in the ledger, or have changed since they came."""
    found = await database.fetch(
        """
        SELECT q.record_id, q.number, e.entry_hash IS NULL AS gone FROM ledger_unsealed q
        LEFT JOIN ledger_entries e ON e.record_id = q.record_id AND e.number = q.number
        WHERE e.entry_hash IS DISTINCT FROM q.entry_hash ORDER BY q.entry_id LIMIT $1
        """,
        limit,
    )
    return rows.many(ReplacedEntry, found)
