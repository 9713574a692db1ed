-- Why: officers come from files, thousands at once (docs/decisions/0112). people_imports has one row a file, folded from its acts once it
-- is confirmed; people_import_rows what was read of it and what became of each row; people_import_portions the lines of each portion,
-- for ever, compressed: their hash is in the portion's act; people_import_decisions the scans on which positions rest. Whether a name or
-- an officer number is somebody's already was asked by reading all officers: two indexes answer it.
-- Locks: officers, in which none can be written while two indexes are built, less than a second for 60,000; scans for a moment, and it is
-- read once without keeping anybody out. Rights: below.
LOCK TABLE officers, scans IN SHARE ROW EXCLUSIVE MODE;
CREATE TABLE people_imports (
    id uuid PRIMARY KEY,
    unit_id uuid NOT NULL REFERENCES units,         -- of who uploaded it
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,
    state text NOT NULL CONSTRAINT people_imports_state_known
        CHECK (state IN ('reading', 'unread', 'read', 'discarded', 'running', 'paused', 'finished', 'given_up')),
    file_name text NOT NULL,
    file_sha256 text NOT NULL,
    file_bytes bigint NOT NULL,
    uploaded_by uuid NOT NULL REFERENCES officers,
    uploaded_at timestamptz NOT NULL,
    attempt integer NOT NULL DEFAULT 0,             -- of reading: an older one writes nothing more
    moved_at timestamptz NOT NULL,                  -- when a worker last got on with it
    read jsonb,                                     -- how it was read
    problem jsonb,                                  -- why it was not read, or why it stopped, in both languages
    rows integer NOT NULL DEFAULT 0,
    good integer NOT NULL DEFAULT 0,
    bad integer NOT NULL DEFAULT 0,
    begun_at timestamptz,
    done_row integer NOT NULL DEFAULT 0,            -- rows up to this one were dealt with
    portions integer NOT NULL DEFAULT 0,
    came integer NOT NULL DEFAULT 0,
    waits integer NOT NULL DEFAULT 0,
    partly integer NOT NULL DEFAULT 0,
    refused integer NOT NULL DEFAULT 0,
    busy_ms bigint NOT NULL DEFAULT 0,              -- how long its portions took together
    ended_at timestamptz,
    kept boolean NOT NULL DEFAULT true,             -- cells of rows that cannot come are still here
    CONSTRAINT people_imports_begun_whole
        CHECK ((begun_at IS NULL) = (state IN ('reading', 'unread', 'read', 'discarded'))),
    CONSTRAINT people_imports_ended_whole CHECK ((ended_at IS NULL) = (state NOT IN ('finished', 'given_up')))
);
CREATE INDEX people_imports_page_1 ON people_imports (unit_1, uploaded_at DESC, id DESC);
CREATE INDEX people_imports_page_2 ON people_imports (unit_2, uploaded_at DESC, id DESC);
CREATE INDEX people_imports_page_3 ON people_imports (unit_3, uploaded_at DESC, id DESC);
CREATE INDEX people_imports_open ON people_imports (moved_at) WHERE state IN ('reading', 'running');
CREATE INDEX people_imports_kept ON people_imports (state, moved_at) WHERE kept;
-- The same file does not come twice at once, nor beside itself from somebody above.
CREATE UNIQUE INDEX people_imports_once ON people_imports (file_sha256) WHERE state IN ('running', 'paused');
CREATE INDEX people_imports_file ON people_imports (file_sha256) WHERE begun_at IS NOT NULL;

CREATE TABLE people_import_rows (
    import_id uuid NOT NULL REFERENCES people_imports,
    number integer NOT NULL,                        -- in the sheet, as the spreadsheet counts
    outcome text NOT NULL CONSTRAINT people_import_rows_outcome_known
        CHECK (outcome IN ('good', 'bad', 'came', 'waits', 'partly', 'refused')),
    details jsonb,                                  -- PersonDetails of a row that can come
    cells jsonb,                                    -- what stands in the row, for the file of errors
    faults jsonb,                                   -- why it cannot come, or what of it did not
    officer_id uuid REFERENCES officers,            -- who came with it
    steps jsonb,                                    -- what became of each thing that it says
    CONSTRAINT people_import_rows_key PRIMARY KEY (import_id, number),
    CONSTRAINT people_import_rows_whole CHECK ((outcome IN ('came', 'waits', 'partly')) = (officer_id IS NOT NULL)
        AND (outcome NOT IN ('bad', 'partly', 'refused') OR faults IS NOT NULL)
        AND (outcome <> 'good' OR details IS NOT NULL))
);
CREATE INDEX people_import_rows_outcome ON people_import_rows (import_id, outcome, number);
CREATE INDEX people_import_rows_officer ON people_import_rows (officer_id) WHERE officer_id IS NOT NULL;

CREATE TABLE people_import_portions (
    import_id uuid NOT NULL REFERENCES people_imports,
    number integer NOT NULL,
    first_row integer NOT NULL,
    last_row integer NOT NULL,
    sha256 text NOT NULL,                           -- of the lines
    lines bytea NOT NULL,                           -- BroughtPerson, a line each, RFC 8785, compressed (RFC 1950)
    at timestamptz NOT NULL,
    CONSTRAINT people_import_portions_key PRIMARY KEY (import_id, number),
    CONSTRAINT people_import_portions_rows CHECK (first_row <= last_row)
);
ALTER TABLE people_import_portions ALTER COLUMN lines SET STORAGE EXTERNAL;

CREATE TABLE people_import_decisions (
    import_id uuid NOT NULL REFERENCES people_imports,
    number text NOT NULL,
    decided_on date NOT NULL,
    scan_id uuid NOT NULL REFERENCES scans,
    CONSTRAINT people_import_decisions_key PRIMARY KEY (import_id, number, decided_on)
);

ALTER TABLE scans DROP CONSTRAINT scans_record_kind_known;
ALTER TABLE scans ADD CONSTRAINT scans_record_kind_known CHECK (record_kind IN ('case', 'officer', 'inspection', 'submission', 'plan',
    'information', 'report', 'people_import')) NOT VALID;
ALTER TABLE scans VALIDATE CONSTRAINT scans_record_kind_known;

-- As backend/force/queries/people.py compares them; the expressions there are these.
CREATE INDEX officers_number_read ON officers
    ((translate(regexp_replace(fold(officer_number), '[^a-z0-9]', '', 'g'), 'oil', '011'))) WHERE officer_number IS NOT NULL;
CREATE INDEX officers_name_read ON officers ((replace(btrim(translate(replace(replace(regexp_replace(regexp_replace(fold(full_name),
    '[^a-z\s]', '', 'g'), '\s+', ' ', 'g'), 'rn', 'm'), 'vv', 'w'), 'l', 'i')), ' ', '')));

GRANT SELECT, INSERT, UPDATE (state, attempt, moved_at, read, problem, rows, good, bad, begun_at, done_row, portions, came, waits, partly,
    refused, busy_ms, ended_at, kept) ON people_imports TO hientruong_app;
GRANT SELECT, INSERT, UPDATE (outcome, details, cells, faults, officer_id, steps), DELETE ON people_import_rows TO hientruong_app;
GRANT SELECT, INSERT ON people_import_portions TO hientruong_app;
GRANT SELECT, INSERT, UPDATE (scan_id) ON people_import_decisions TO hientruong_app;

-- They lie where their unit lies: one more of the tables that a restructuring rewrites, whatever there are already.
DO $$
BEGIN
    EXECUTE format('CREATE OR REPLACE FUNCTION owned_tables() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE'
        ' SET search_path = pg_catalog, pg_temp AS %L', format('SELECT %L::text[]', owned_tables() || 'people_imports'::text));
END $$;
