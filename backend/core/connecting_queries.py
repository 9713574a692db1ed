"""SQL that asks a server about itself before it is used."""

TIMELINE = """SELECT CASE WHEN NOT pg_is_in_recovery()
    THEN left(pg_walfile_name(pg_current_wal_insert_lsn()), 8) END"""
"""Eight hexadecimal digits; NULL on a standby."""

LOGS = """SELECT i.log_id, ARRAY(SELECT l.log_id FROM ledger_logs l WHERE l.log_id <> i.log_id) AS earlier
    FROM installation i"""
"""The id of the ledger's current log there, and the ids of those that ended in a declared restore."""
