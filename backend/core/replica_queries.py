"""What a replica is asked before it is read from. It goes over connections of the replica's own pool."""

BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"
STANDING = "SELECT pg_is_in_recovery() AS follows, (SELECT log_id FROM installation) AS log_id"
LOG_OF_PRIMARY = "SELECT log_id FROM installation"
WRITTEN = "SELECT pg_current_wal_lsn()::text"
REPLAYED = """
    SELECT CASE WHEN pg_last_wal_replay_lsn() >= $1::text::pg_lsn THEN 0
        ELSE extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) END::float8
"""
"""Seconds since the newest transaction that it has; 0 if it has all that the primary wrote up to a place of its log."""
HAS = "SELECT coalesce(pg_last_wal_replay_lsn() >= $1::text::pg_lsn, false)"
"""Whether it has all that the primary wrote up to a place of its log."""
