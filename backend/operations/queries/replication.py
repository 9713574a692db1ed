"""SQL of replication: whether this server is a standby, and how its own standbys keep up."""

import msgspec

from backend.core import database


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Whether this server is a standby, and how its own standbys keep up."""

    in_recovery: bool
    waiting: int
    """Our COMMITs that have waited for a standby longer than the patience."""
    lag: float | None
    """How far the slowest standby is behind, in seconds; None if no standby is visible."""


async def standing(patience: float) -> Standing:
    """Return whether this server is a standby, our COMMITs that wait for one, and the greatest lag.

    COMMITs wait if they have waited longer than `patience` seconds. PostgreSQL shows standbys only
    to roles with pg_read_all_stats. If a standby stops answering, the measured flush_lag no longer
    changes, so the age of its last reply (reply_time) is used too. That time is by the standby's
    clock.
    """
    found = await database.fetchrow(
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
    return msgspec.convert(dict(found), Standing)
