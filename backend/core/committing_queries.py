"""SQL of the end of a transaction."""

PROVING_COMMIT = """
    SELECT CASE WHEN current_setting('synchronous_standby_names') <> ''
           THEN pg_logical_emit_message(true, 'hientruong', '') END;
    COMMIT"""
"""PostgreSQL waits for the standby only where a transaction has written something: this writes forty bytes of log that
nothing reads, in the same round trip. (A transaction id alone does not make it wait.)"""

HAS_WRITTEN = "SELECT pg_current_xact_id_if_assigned() IS NOT NULL"
"""Whether the present transaction has an id, which it gets when it first writes or locks a row."""
