-- Why: a database that was restored goes on under the same name as the one that it was copied from, and both sign checkpoints of one log.
-- Each life of the ledger gets an id that its checkpoints bear, and what the cluster was called when it began, so that a start finds another.
-- A column of the one row of installation, a column that may be null, and a new table of one row: no lock is held for long.

ALTER TABLE installation ADD COLUMN log_id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE ledger_checkpoints ADD COLUMN log_id uuid;         -- null in those signed before there were ids

CREATE TABLE ledger_logs (
    era integer PRIMARY KEY,
    log_id uuid NOT NULL CONSTRAINT ledger_logs_id_once UNIQUE,
    epoch uuid NOT NULL,
    began_at timestamptz NOT NULL DEFAULT now(),
    from_size bigint NOT NULL DEFAULT 0,           -- leaves when it began: so far it is the log before it, and no further
    after_entry bigint NOT NULL DEFAULT 0,         -- entry_id: later entries bear transaction ids of this cluster
    system_identifier text,                        -- of the cluster; null where it may not be asked
    told jsonb NOT NULL DEFAULT '[]',              -- checkpoints outside that were known then: [{log_id, size}]
    act_id uuid                                    -- ledger.restored; null for the first, and where nobody was there to act
);
GRANT SELECT ON ledger_logs TO hientruong_app;

CREATE FUNCTION cluster_identifier() RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT system_identifier::text FROM pg_control_system());
EXCEPTION WHEN insufficient_privilege OR undefined_function OR feature_not_supported THEN
    RETURN NULL;                                   -- managed PostgreSQL does not let everybody ask
END $$;

INSERT INTO ledger_logs (era, log_id, epoch, began_at, system_identifier)
SELECT era, log_id, epoch, created_at, cluster_identifier() FROM installation;

CREATE TRIGGER ledger_logs_append_only BEFORE UPDATE OR DELETE ON ledger_logs FOR EACH ROW EXECUTE FUNCTION deny_change();
CREATE TRIGGER ledger_logs_no_truncate BEFORE TRUNCATE ON ledger_logs FOR EACH STATEMENT EXECUTE FUNCTION deny_change();
ALTER TABLE ledger_logs ENABLE ALWAYS TRIGGER ledger_logs_append_only;
ALTER TABLE ledger_logs ENABLE ALWAYS TRIGGER ledger_logs_no_truncate;
