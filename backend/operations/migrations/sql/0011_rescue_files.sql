-- Why: unsent inspections of a phone come in as an encrypted file, brought by a supervisor: which file, whose, what it held and
-- what became of it. Adds a table; nothing else is locked.

-- The file itself lies on the node's disk, encrypted, until it is imported or a day has passed. What it brought stands in the
-- ledger, in uploads and in refused_acts like everything that a phone sends.
CREATE TABLE rescue_files (
    id uuid PRIMARY KEY,
    brought_by uuid NOT NULL REFERENCES officers,
    officer_id uuid NOT NULL REFERENCES officers,   -- whose acts it holds
    device_id uuid NOT NULL REFERENCES devices,     -- on which it was written
    node text NOT NULL,                             -- on whose disk it lies
    file_name text NOT NULL,                        -- as the browser named it
    size bigint NOT NULL,
    sha256 text NOT NULL CONSTRAINT rescue_files_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    received_at timestamptz NOT NULL DEFAULT now(),
    summary jsonb NOT NULL,                         -- counts, as they were found when it came
    state text NOT NULL DEFAULT 'waiting' CONSTRAINT rescue_files_state_known
        CHECK (state IN ('waiting', 'unfinished', 'imported', 'gone')),
    import_act uuid,                                -- rescue.imported, on the device's record
    result jsonb,                                   -- what became of each act and photograph
    imported_at timestamptz,
    CONSTRAINT rescue_files_imported_whole CHECK ((state = 'imported') = (imported_at IS NOT NULL))
);
CREATE INDEX rescue_files_brought ON rescue_files (brought_by, received_at DESC);
CREATE INDEX rescue_files_waiting ON rescue_files (received_at) WHERE state IN ('waiting', 'unfinished');

GRANT SELECT, INSERT, UPDATE (state, import_act, result, imported_at) ON rescue_files TO hientruong_app;
