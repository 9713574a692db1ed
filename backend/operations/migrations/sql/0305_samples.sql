-- Why: auditors draw records at random by a seed and look at each (docs/decisions/0081). samples has one row a sample, sample_records
-- what was drawn with the last look, sample_populations what it was drawn from, as the file whose hash is in the act.
-- The lists from which is drawn ask what happened in a period: late acts, papers that change another, exceptions of a kind, what was
-- quarantined. Four indexes, three of them of few rows. Building them reads case_clocks, documents and exceptions once: some seconds
-- for a million rows, in which these tables are not written.
LOCK TABLE case_clocks, documents, exceptions IN SHARE MODE;
CREATE TABLE samples (
    id uuid PRIMARY KEY,
    unit_id uuid NOT NULL REFERENCES units,         -- whose records, with all units below
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,
    state text NOT NULL CONSTRAINT samples_state_known CHECK (state IN ('planned', 'drawn', 'closed', 'given_up')),
    planned jsonb NOT NULL,                         -- content of sample.planned
    planned_by uuid NOT NULL REFERENCES officers,
    planned_at timestamptz NOT NULL,
    drawn jsonb,                                    -- content of sample.drawn without the records, which are rows
    drawn_at timestamptz,
    records integer NOT NULL DEFAULT 0,
    looked integer NOT NULL DEFAULT 0,              -- at how many of them an auditor looked
    found integer NOT NULL DEFAULT 0,               -- in how many the last look found something
    ended_by uuid REFERENCES officers,
    ended_at timestamptz,
    words text NOT NULL DEFAULT '',                 -- the conclusion, or why it was given up
    CONSTRAINT samples_drawn_whole CHECK ((drawn IS NULL) = (drawn_at IS NULL)),
    CONSTRAINT samples_ended_whole CHECK ((state IN ('closed', 'given_up')) = (ended_at IS NOT NULL)
        AND (ended_at IS NULL) = (ended_by IS NULL)),
    CONSTRAINT samples_counted CHECK (0 <= found AND found <= looked AND looked <= records)
);
CREATE INDEX samples_page_1 ON samples (unit_1, planned_at DESC, id DESC);
CREATE INDEX samples_page_2 ON samples (unit_2, planned_at DESC, id DESC);
CREATE INDEX samples_page_3 ON samples (unit_3, planned_at DESC, id DESC);
CREATE TABLE sample_records (
    sample_id uuid NOT NULL REFERENCES samples,
    record_id uuid NOT NULL,
    stratum text NOT NULL,
    place integer NOT NULL,                         -- in its stratum, from 1, in the order of the hashes
    looks integer NOT NULL DEFAULT 0,
    result text CONSTRAINT sample_records_result_known CHECK (result IN ('in_order', 'finding', 'not_judged')),
    severity text CONSTRAINT sample_records_severity_known CHECK (severity IN ('minor', 'serious', 'grave')),
    words text NOT NULL DEFAULT '',
    looked_by uuid REFERENCES officers,             -- of the last look, which counts
    looked_at timestamptz,
    CONSTRAINT sample_records_key PRIMARY KEY (sample_id, record_id),
    CONSTRAINT sample_records_looked_whole CHECK ((result IS NULL) = (looks = 0) AND (result IS NULL) = (looked_by IS NULL)
        AND (result IS NULL) = (looked_at IS NULL)),
    CONSTRAINT sample_records_severity CHECK ((severity IS NOT NULL) = (result IS NOT DISTINCT FROM 'finding'))
);
CREATE TABLE sample_populations (
    sample_id uuid PRIMARY KEY REFERENCES samples,
    listed text NOT NULL                            -- a line of stratum and record id for each record, sorted
);
GRANT SELECT, INSERT, UPDATE (state, drawn, drawn_at, records, looked, found, ended_by, ended_at, words) ON samples TO hientruong_app;
GRANT SELECT, INSERT, UPDATE (looks, result, severity, words, looked_by, looked_at) ON sample_records TO hientruong_app;
GRANT SELECT, INSERT ON sample_populations TO hientruong_app;

CREATE INDEX case_clocks_late ON case_clocks (due_at, case_id)
    WHERE coalesce(met_at, moot_at) > due_at AND watched AND NOT lapses;
CREATE INDEX documents_changing ON documents (issued_on, case_id) WHERE replaces IS NOT NULL AND number IS NOT NULL;
CREATE INDEX exceptions_of_kind ON exceptions (kind, at, record_id);
CREATE INDEX quarantined_acts_received ON quarantined_acts (received_at, record_id);

-- One more kind of notice, whatever kinds there are already.
DO $$
DECLARE
    known text;
BEGIN
    SELECT pg_get_expr(conbin, conrelid) INTO STRICT known FROM pg_constraint
        WHERE conname = 'notices_kind_known' AND conrelid = 'notices'::regclass;
    ALTER TABLE notices DROP CONSTRAINT notices_kind_known;
    EXECUTE format('ALTER TABLE notices ADD CONSTRAINT notices_kind_known CHECK (%s OR kind = ''sample'') NOT VALID', known);
    ALTER TABLE notices VALIDATE CONSTRAINT notices_kind_known;
END $$;
