-- Why: an auditor takes the records of a sample away as evidence packages (docs/insight/samples.md). A worker makes them one after another;
-- this table says who asked for which records, how far it is, and where the packages lie until a sweep deletes them. A new, empty table.
CREATE TABLE record_bundles (
    id uuid PRIMARY KEY,
    about_id uuid NOT NULL,                         -- the sample
    asked_by uuid NOT NULL REFERENCES officers,
    standing text NOT NULL,                         -- the asker's roles and unit: it is given under these alone
    address inet,                                   -- of the asker's browser, for the access log
    items jsonb NOT NULL,                           -- [{kind, id}] in the order of the packages
    asked_at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'waiting'
        CONSTRAINT record_bundles_state_known CHECK (state IN ('waiting', 'ready', 'failed', 'expired')),
    parts jsonb NOT NULL DEFAULT '[]',              -- what became of each item that is done, in their order
    failure text,                                   -- code of what ended it
    ended_at timestamptz,
    expires_at timestamptz,
    CONSTRAINT record_bundles_ended_whole CHECK ((state = 'waiting') = (ended_at IS NULL)),
    CONSTRAINT record_bundles_ready_whole CHECK (state <> 'ready' OR jsonb_array_length(parts) = jsonb_array_length(items))
);
-- Pressed twice: one job.
CREATE UNIQUE INDEX record_bundles_once ON record_bundles (about_id, asked_by) WHERE state = 'waiting';
CREATE INDEX record_bundles_of ON record_bundles (about_id, asked_by, asked_at DESC);
CREATE INDEX record_bundles_kept ON record_bundles (coalesce(expires_at, ended_at)) WHERE state IN ('ready', 'failed');
GRANT SELECT, INSERT, UPDATE (state, parts, failure, ended_at, expires_at) ON record_bundles TO hientruong_app;
