-- Why: a record whose counting failed held up all figures behind it. It is set aside here, named to operators, and tried again; meanwhile what
-- it counted before stays. What figures count changed too (remedies alone, lapsed fines, sale money on deposit), so everything is counted anew
-- from the beginning of the log by the next rounds of the worker: only what differs is written, three minutes for 100,000 acts.
CREATE TABLE figure_faults (
    record_id uuid PRIMARY KEY,
    record_kind text NOT NULL,
    fault text NOT NULL CONSTRAINT figure_faults_fault CHECK (length(fault) <= 300),
    since timestamptz NOT NULL,
    tried_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON figure_faults TO hientruong_app;
UPDATE figure_progress SET through = 0;
