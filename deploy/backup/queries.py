"""SQL of backups, as the cluster's superuser or the application's role. For operators: no scope."""

from dataclasses import astuple, dataclass
from datetime import datetime
from typing import Any

import asyncpg


async def moment(connection: asyncpg.Connection) -> datetime:
    """Return the time before which everything that was committed with a time is visible now.

    A transaction that is still open may yet commit an earlier time, so the start of the oldest one
    is the limit. Only the application writes.
    """
    at: datetime = await connection.fetchval(
        """
        SELECT least(clock_timestamp(), (SELECT min(xact_start) FROM pg_stat_activity
            WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()))
        """
    )
    return at


async def state(connection: asyncpg.Connection) -> Any:
    """Return which cluster this is, and how far its ledger has come."""
    return await connection.fetchrow(
        """
        SELECT s.system_identifier::text AS system_identifier, p.timeline_id AS timeline,
            pg_current_wal_lsn()::text AS lsn, i.epoch::text AS epoch, i.is_demonstration,
            i.backed_up_through IS NOT NULL AS was_proven,
            (SELECT max(id) FROM migrations) AS migration,
            (SELECT count(*) FROM ledger_entries) AS entries,
            coalesce(c.size, 0) AS size, encode(c.root, 'hex') AS root
        FROM pg_control_system() s, pg_control_checkpoint() p, installation i
        LEFT JOIN LATERAL (SELECT size, root FROM ledger_checkpoints ORDER BY size DESC LIMIT 1) c ON true
        """
    )


async def mark(connection: asyncpg.Connection) -> datetime:
    """Commit a log record that is later than the returned time.

    Recovery to a time ends at the first commit after it. On a quiet system there would be none.
    """
    at: datetime = await connection.fetchval(
        "SELECT clock_timestamp() FROM pg_logical_emit_message(true, 'hientruong', 'backup')"
    )
    return at


async def switch(connection: asyncpg.Connection) -> str:
    """End the log's current segment and return its name."""
    name: str = await connection.fetchval("SELECT pg_walfile_name(pg_switch_wal())")
    return name


async def slot(connection: asyncpg.Connection, name: str) -> Any:
    """Return the slot of the log's follower, or None.

    Its `wal_status` is `lost` if it kept too little.
    """
    return await connection.fetchrow(
        "SELECT wal_status, active, restart_lsn::text AS lsn FROM pg_replication_slots WHERE slot_name = $1",
        name,
    )


async def make_slot(connection: asyncpg.Connection, name: str) -> None:
    """Create a slot: from now on the log is kept for its follower."""
    await connection.fetchval("SELECT pg_create_physical_replication_slot($1, true)", name)


async def drop_slot(connection: asyncpg.Connection, name: str) -> None:
    """Drop a slot, and with it the log that it kept."""
    await connection.fetchval("SELECT pg_drop_replication_slot($1)", name)


async def entries(connection: asyncpg.Connection) -> int:
    """Count the entries of the ledger."""
    count: int = await connection.fetchval("SELECT count(*) FROM ledger_entries")
    return count


async def received(connection: asyncpg.Connection, before: datetime) -> Any:
    """Count the byte receipts given before that time, with a sum over the hashes of their bytes.

    Counts those for photographs, and for uploads whose act may still arrive. Neither is ever taken
    back.
    """
    return await connection.fetchrow(
        """
        SELECT count(*) AS number, coalesce(sum(('x' || left(sha256, 15))::bit(60)::bigint), 0)::text AS sum
        FROM (SELECT sha256 FROM photos WHERE stored_at < $1
            UNION ALL
            SELECT actual_sha256 FROM uploads WHERE state = 'stored' AND stored_at < $1) AS told
        """,
        before,
    )


async def without_act(connection: asyncpg.Connection, before: datetime) -> list[str]:
    """Return the hashes of bytes with an earlier receipt that belong to no photograph yet.

    `verify` compares no original with them.
    """
    rows = await connection.fetch(
        """
        SELECT DISTINCT u.actual_sha256 AS sha256 FROM uploads u
        WHERE u.state = 'stored' AND u.stored_at < $1 AND NOT EXISTS (SELECT 1 FROM photos p
            WHERE p.officer_id = u.officer_id AND p.sha256 = u.actual_sha256 AND p.stored_at IS NOT NULL)
        ORDER BY 1
        """,
        before,
    )
    return [row["sha256"] for row in rows]


async def set_backed_up_through(connection: asyncpg.Connection, through: datetime) -> None:
    """Let phones delete what was stored before that time.

    It never goes back: what is proven stays proven.
    """
    await connection.execute(
        "UPDATE installation SET backed_up_through = greatest(backed_up_through, $1)", through
    )


@dataclass(frozen=True, kw_only=True)
class Proven:
    """Where a backup was proven, and how large it is: for the page of the check-up."""

    backup: str
    through: datetime
    proven_at: datetime
    place: str
    machine: str
    size: int
    originals: int
    entries: int


async def note_proof(connection: asyncpg.Connection, proof: Proven) -> None:
    """Note the proof of a backup. The same backup proven again is noted anew."""
    await connection.execute(
        """
        INSERT INTO backup_proofs (backup, through, proven_at, place, machine, size, originals, entries)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (backup) DO UPDATE SET proven_at = excluded.proven_at, place = excluded.place,
            machine = excluded.machine
        """,
        *astuple(proof),
    )


async def originals_after(connection: asyncpg.Connection, photo_id: Any, limit: int) -> list[Any]:
    """Return stored photographs in order of their ids, with their recorded protection."""
    rows: list[Any] = await connection.fetch(
        """
        SELECT id, object_key, retention_mode, retained_until, stored_at AS since FROM photos
        WHERE stored_at IS NOT NULL AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2
        """,
        photo_id,
        limit,
    )
    return rows


async def bind(connection: asyncpg.Connection, photo_id: Any, standing: Any) -> None:
    """Record the version that the new store gave the same bytes, and add it to the custody."""
    told = (photo_id, *standing[:1], *standing[2:])
    await connection.execute(
        """
        WITH bound AS (
            UPDATE photos SET version_id = $2, retention_mode = $3, retained_until = $4, legal_hold = $5 WHERE id = $1)
        INSERT INTO custody_events (photo_id, event, version_id, retention_mode, retained_until, legal_hold)
        VALUES ($1, 'protected', $2, $3, $4, $5)
        """,
        *told,
    )


_PAPERS = {"documents": "issued_at", "scans": "uploaded_at"}
"""Papers and scans, each with the column from whose time on it is kept."""


async def papers_after(
    connection: asyncpg.Connection, table: str, after: Any, limit: int
) -> list[Any]:
    """Return signed papers, or scans, that are in the store, in order of their ids."""
    rows: list[Any] = await connection.fetch(
        f"""
        SELECT id, object_key, {_PAPERS[table]} AS since FROM {table}
        WHERE object_key IS NOT NULL AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2
        """,
        after,
        limit,
    )
    return rows


async def bind_paper(
    connection: asyncpg.Connection, table: str, ident: Any, version: str | None, *, locked: bool
) -> None:
    """Record the version that the new store gave the same bytes.

    The janitor locks what could not be locked.
    """
    await connection.execute(
        f"UPDATE {table} SET version_id = $2, protected_at = CASE WHEN $3 THEN now() END WHERE id = $1",
        ident,
        version,
        locked,
    )
