"""SQL of how this server stands to its standbys, and whether it is one."""

from typing import Any

from backend.core import database


async def standing(patience: float) -> Any:
    """Whether this server is a standby; how many COMMITs of ours have waited for one longer than `patience` seconds;
    how far the slowest standby is behind, in seconds, None where nothing is seen of any.

    Of standbys PostgreSQL tells only who has pg_read_all_stats. What it measured last (flush_lag) stands still when a
    standby stops answering: its last word grows old then. That word bears the standby's clock.
    """
    return await database.fetchrow(
        """
        SELECT pg_is_in_recovery() AS in_recovery,
            (SELECT count(*) FROM pg_stat_activity
             WHERE wait_event = 'SyncRep' AND usename = current_user
                 AND query_start < clock_timestamp() - make_interval(secs => $1)) AS waiting,
            (SELECT max(EXTRACT(epoch FROM CASE
                 WHEN flush_lsn >= pg_current_wal_flush_lsn() THEN interval '0'
                 ELSE GREATEST(flush_lag, clock_timestamp() - reply_time, interval '0') END))::float8
             FROM pg_stat_replication
             WHERE flush_lsn IS NOT NULL AND NOT pg_is_in_recovery()) AS lag
        """,
        patience,
    )
