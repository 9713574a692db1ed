"""SQL of the end of a transaction."""

PROVING_COMMIT = """
    SELECT CASE WHEN current_setting('synchronous_standby_names') <> ''
           THEN pg_logical_emit_message(true, 'hientruong', '') END;
    COMMIT"""
"""PostgreSQL waits for the standby only if the transaction has written something. This writes forty
bytes of WAL that nothing reads, in the same round trip. (A transaction id alone does not make it
wait.)"""

HAS_WRITTEN = "SELECT pg_current_xact_id_if_assigned() IS NOT NULL"
"""Whether the transaction has an id yet. It gets one when it first writes or locks a row."""
