-- Why: lists of parties come from files, up to 200,000 rows each (docs/decisions/0105). party_imports has one row a file, folded from
-- its acts once it is confirmed; party_import_rows what was read of it, until it is over; party_import_portions the lines of each
-- portion that came, for ever, compressed: their hash is in the portion's act. subjects says from which file a party came.
-- New tables, and a column of subjects without a default: no time at all.
LOCK TABLE subjects IN ACCESS EXCLUSIVE MODE;
CREATE TABLE party_imports (
    id uuid PRIMARY KEY,
    unit_id uuid NOT NULL REFERENCES units,         -- whose register
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,
    state text NOT NULL CONSTRAINT party_imports_state_known
        CHECK (state IN ('reading', 'unread', 'read', 'discarded', 'running', 'paused', 'finished', 'given_up')),
    file_name text NOT NULL,
    file_sha256 text NOT NULL,
    file_bytes bigint NOT NULL,
    uploaded_by uuid NOT NULL REFERENCES officers,
    uploaded_at timestamptz NOT NULL,
    attempt integer NOT NULL DEFAULT 0,             -- of reading: an older one writes nothing more
    moved_at timestamptz NOT NULL,                  -- when a worker last got on with it
    read jsonb,                                     -- how it was read
    problem jsonb,                                  -- why it was not read, or why it was paused, in both languages
    rows integer NOT NULL DEFAULT 0,
    good integer NOT NULL DEFAULT 0,
    known integer NOT NULL DEFAULT 0,
    bad integer NOT NULL DEFAULT 0,
    late integer NOT NULL DEFAULT 0,                -- good when it was read, and not any more when it should come
    on_known text CONSTRAINT party_imports_on_known_known CHECK (on_known IN ('skip', 'correct')),
    begun_at timestamptz,
    done_row integer NOT NULL DEFAULT 0,            -- rows up to this one came, or were looked at
    portions integer NOT NULL DEFAULT 0,
    registered integer NOT NULL DEFAULT 0,
    corrected integer NOT NULL DEFAULT 0,
    skipped integer NOT NULL DEFAULT 0,
    busy_ms bigint NOT NULL DEFAULT 0,              -- how long its portions took together
    ended_at timestamptz,
    kept boolean NOT NULL DEFAULT true,             -- its rows are still here
    CONSTRAINT party_imports_begun_whole CHECK ((begun_at IS NULL) = (on_known IS NULL)
        AND (begun_at IS NULL) = (state IN ('reading', 'unread', 'read', 'discarded'))),
    CONSTRAINT party_imports_ended_whole CHECK ((ended_at IS NULL) = (state NOT IN ('finished', 'given_up')))
);
CREATE INDEX party_imports_page_1 ON party_imports (unit_1, uploaded_at DESC, id DESC);
CREATE INDEX party_imports_page_2 ON party_imports (unit_2, uploaded_at DESC, id DESC);
CREATE INDEX party_imports_open ON party_imports (moved_at) WHERE state IN ('reading', 'running');
CREATE INDEX party_imports_kept ON party_imports (state, moved_at) WHERE kept;
CREATE INDEX party_imports_file ON party_imports (file_sha256) WHERE begun_at IS NOT NULL;
-- The same file is not brought in twice at once.
CREATE UNIQUE INDEX party_imports_once ON party_imports (unit_1, coalesce(unit_2, unit_1), file_sha256)
    WHERE state IN ('running', 'paused');

CREATE TABLE party_import_rows (
    import_id uuid NOT NULL REFERENCES party_imports,
    number integer NOT NULL,                        -- in the sheet, as the spreadsheet counts
    outcome text NOT NULL CONSTRAINT party_import_rows_outcome_known CHECK (outcome IN ('good', 'known', 'bad', 'late')),
    party_id uuid,                                  -- of a known one: whose number it is
    details jsonb,                                  -- PartyDetails of a row that can come
    cells jsonb,                                    -- what stands in a row that cannot, for the file of errors
    faults jsonb,                                   -- why it cannot
    CONSTRAINT party_import_rows_key PRIMARY KEY (import_id, number),
    CONSTRAINT party_import_rows_whole CHECK ((outcome IN ('good', 'known')) = (details IS NOT NULL)
        AND (outcome IN ('bad', 'late')) = (faults IS NOT NULL))
);
CREATE INDEX party_import_rows_wrong ON party_import_rows (import_id, number) WHERE outcome IN ('bad', 'late');

CREATE TABLE party_import_portions (
    import_id uuid NOT NULL REFERENCES party_imports,
    number integer NOT NULL,
    first_row integer NOT NULL,
    last_row integer NOT NULL,
    registered integer NOT NULL,
    corrected integer NOT NULL,
    skipped integer NOT NULL,
    sha256 text NOT NULL,                           -- of the lines
    lines bytea NOT NULL,                           -- ImportedLine, a line each, RFC 8785, compressed (RFC 1950)
    at timestamptz NOT NULL,
    CONSTRAINT party_import_portions_key PRIMARY KEY (import_id, number),
    CONSTRAINT party_import_portions_rows CHECK (first_row <= last_row)
);
ALTER TABLE party_import_portions ALTER COLUMN lines SET STORAGE EXTERNAL;

ALTER TABLE subjects ADD COLUMN import_id uuid;     -- the file that it came with; no constraint, which would read the whole table

GRANT SELECT, INSERT, UPDATE (state, attempt, moved_at, read, problem, rows, good, known, bad, late, on_known, begun_at, done_row,
    portions, registered, corrected, skipped, busy_ms, ended_at, kept) ON party_imports TO hientruong_app;
GRANT SELECT, INSERT, UPDATE (outcome, details, cells, faults), DELETE ON party_import_rows TO hientruong_app;
GRANT SELECT, INSERT ON party_import_portions TO hientruong_app;
