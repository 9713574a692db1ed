"""SQL of metrics for operators: the job queue, sealing, the backup. Only counts, no personal data."""

from backend.core import compiled, database
from backend.core.compiled import Query
from backend.ledger.tables.ledger import UnsealedEntry


async def waiting_jobs() -> dict[str, float]:
    """Count jobs that wait or run, by kind."""
    rows = await database.fetch(
        "SELECT entrypoint, count(*) AS jobs FROM pgqueuer WHERE status <> 'failed' GROUP BY entrypoint"
    )
    return {row["entrypoint"]: float(row["jobs"]) for row in rows}


async def held_jobs() -> dict[str, float]:
    """Count jobs that failed for good and wait for an operator, by kind."""
    rows = await database.fetch(
        "SELECT entrypoint, count(*) AS jobs FROM pgqueuer WHERE status = 'failed' GROUP BY entrypoint"
    )
    return {row["entrypoint"]: float(row["jobs"]) for row in rows}


async def oldest_due_job_seconds() -> float:
    """Return for how long the oldest waiting job has been due; 0 if none waits."""
    seconds: float = await database.fetchval(
        "SELECT coalesce(extract(epoch FROM now() - min(greatest(execute_after, created))), 0)::float8 FROM pgqueuer "
        "WHERE status = 'queued' AND execute_after <= now()"
    )
    return max(0.0, seconds)


async def unsealed() -> float:
    """Count the entries that wait to be sealed."""
    return float(await _unsealed())


@compiled.count
def _unsealed() -> Query:
    return UnsealedEntry.count()


async def checkpoint_not_outside_seconds() -> float:
    """Return the age of the oldest checkpoint not written outside the database yet; 0 if all are."""
    seconds: float | None = await database.fetchval(
        """
        SELECT extract(epoch FROM now() - c.made_at)::float8 FROM ledger_checkpoints c
        WHERE c.size > coalesce((SELECT o.size FROM ledger_outside o JOIN installation i ON i.log_id = o.log_id), 0)
        ORDER BY c.size LIMIT 1
        """
    )
    return max(0.0, seconds or 0.0)


async def backup_age_seconds() -> float | None:
    """Return the age of the newest data in the last proven backup; None if none was ever proven."""
    seconds: float | None = await database.fetchval(
        "SELECT extract(epoch FROM now() - backed_up_through)::float8 FROM installation"
    )
    return seconds


async def backup_log_kept_bytes() -> float | None:
    """Return how many bytes of WAL are kept for `backup --every`; None if it never ran.

    They grow while it does not run. At `max_slot_wal_keep_size` PostgreSQL stops keeping WAL for
    it.
    """
    kept: float | None = await database.fetchval(
        """
        SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)::float8 FROM pg_replication_slots
        WHERE slot_name = 'hientruong_backup' AND NOT pg_is_in_recovery()
        """
    )
    return kept
