-- Why: an officer takes a list away as a file. A worker writes it from one snapshot; this table says who asked for which list, under which
-- conditions and for what, how far it is, and where the file lies until a sweep deletes it a day later. What was asked for and taken is in
-- access_log, which nobody may change; a row here tells the asker how it went.
CREATE TABLE list_exports (
    id uuid PRIMARY KEY,
    asked_by uuid NOT NULL REFERENCES officers,
    list text NOT NULL,
    query jsonb NOT NULL,
    kind text NOT NULL CONSTRAINT list_exports_kind_known CHECK (kind IN ('csv', 'xlsx')),
    purpose text NOT NULL CONSTRAINT list_exports_purpose_given CHECK (length(purpose) BETWEEN 5 AND 500),
    language text NOT NULL CONSTRAINT list_exports_language_known CHECK (language IN ('vi', 'en')),
    standing text NOT NULL,                      -- the asker's roles and unit: it is given under these alone
    confirmed boolean NOT NULL,
    asked_at timestamptz NOT NULL DEFAULT now(),
    state text NOT NULL DEFAULT 'waiting'
        CONSTRAINT list_exports_state_known CHECK (state IN ('waiting', 'running', 'ready', 'failed', 'cancelled', 'expired')),
    touched_at timestamptz NOT NULL DEFAULT now(),
    attempt integer NOT NULL DEFAULT 0,          -- how often a worker began it: the last one alone may finish
    total integer,
    done integer NOT NULL DEFAULT 0,
    failure text,
    file_name text,
    size bigint,
    sha256 text,
    log_position bigint,
    snapshot_at timestamptz,
    expires_at timestamptz,
    CONSTRAINT list_exports_ready_has_a_file CHECK (
        state <> 'ready' OR (file_name IS NOT NULL AND size IS NOT NULL AND sha256 IS NOT NULL AND total IS NOT NULL AND expires_at IS NOT NULL)
    )
);
-- Pressed twice, or asked for again before it is written: one job.
CREATE UNIQUE INDEX list_exports_once ON list_exports (asked_by, list, kind, md5(query::text)) WHERE state IN ('waiting', 'running');
CREATE INDEX list_exports_of ON list_exports (asked_by, asked_at DESC);
CREATE INDEX list_exports_unfinished ON list_exports (touched_at) WHERE state IN ('waiting', 'running');
CREATE INDEX list_exports_kept ON list_exports (expires_at) WHERE state = 'ready';
GRANT SELECT, INSERT ON list_exports TO hientruong_app;
GRANT UPDATE (state, touched_at, attempt, total, done, failure, file_name, size, sha256, log_position, snapshot_at, expires_at) ON list_exports TO hientruong_app;

-- One more kind, whatever kinds there are already.
DO $$
DECLARE
    known text;
BEGIN
    SELECT pg_get_expr(conbin, conrelid) INTO STRICT known FROM pg_constraint
        WHERE conname = 'notices_kind_known' AND conrelid = 'notices'::regclass;
    ALTER TABLE notices DROP CONSTRAINT notices_kind_known;
    EXECUTE format('ALTER TABLE notices ADD CONSTRAINT notices_kind_known CHECK (%s OR kind = ''export'') NOT VALID', known);
    ALTER TABLE notices VALIDATE CONSTRAINT notices_kind_known;
END $$;
