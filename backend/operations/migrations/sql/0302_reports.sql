-- Why: reports of a period are records of their own. A row is the fold over a report's acts; what it says (tables as counted, values
-- as stated, texts, reports of units below) is one column, because it is read and written whole. Notices may be about a report and
-- about a definition of reports; papers and scans may be of a report. New, empty table.
CREATE TABLE reports (
    id uuid PRIMARY KEY,
    definition text NOT NULL,
    version integer NOT NULL,
    period text NOT NULL,
    state text NOT NULL,
    unit_id uuid NOT NULL REFERENCES units,
    first_day date NOT NULL,
    last_day date NOT NULL,
    title text NOT NULL,
    due_on date,
    reason text,
    content jsonb NOT NULL,
    begun_by uuid NOT NULL REFERENCES officers,
    begun_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    sent_to uuid REFERENCES units,
    sent_up_at timestamptz,
    sent_by uuid REFERENCES officers,
    sent_revision text,
    late_reason text,
    sent_back_reason text,
    submitted_at timestamptz,
    approved_at timestamptz,
    number text,
    issued_on date,
    signer_name text,
    signer_title text,
    document_id uuid,
    replaces uuid REFERENCES reports,
    replaced_by uuid REFERENCES reports,
    given_up_reason text,
    unit_1 uuid NOT NULL,
    unit_2 uuid,
    unit_3 uuid,
    unit_4 uuid,
    CONSTRAINT reports_state_known CHECK (state IN ('draft', 'sent_up', 'ready', 'approved', 'issued', 'corrected', 'given_up')),
    CONSTRAINT reports_days_in_order CHECK (first_day <= last_day),
    CONSTRAINT reports_sent_whole CHECK (state <> 'sent_up' OR (sent_to IS NOT NULL AND sent_up_at IS NOT NULL AND sent_revision IS NOT NULL)),
    CONSTRAINT reports_issued_whole CHECK (state <> 'issued' OR (number IS NOT NULL AND issued_on IS NOT NULL AND document_id IS NOT NULL)),
    CONSTRAINT reports_corrected_whole CHECK ((state = 'corrected') = (replaced_by IS NOT NULL)),
    CONSTRAINT reports_correct_with_reason CHECK ((replaces IS NULL) = (reason IS NULL))
);
-- Two officers begin the same report at once: one of them does.
CREATE UNIQUE INDEX reports_one_in_work ON reports (definition, unit_id, first_day, last_day) WHERE state IN ('draft', 'ready', 'approved');
CREATE INDEX reports_of_unit ON reports (unit_id, definition, last_day DESC);
CREATE INDEX reports_unit_1 ON reports (unit_1, last_day DESC, id DESC);
CREATE INDEX reports_unit_2 ON reports (unit_2, last_day DESC, id DESC) WHERE unit_2 IS NOT NULL;
CREATE INDEX reports_unit_3 ON reports (unit_3, last_day DESC, id DESC) WHERE unit_3 IS NOT NULL;
CREATE INDEX reports_sent_to ON reports (sent_to, sent_up_at) WHERE state = 'sent_up';
CREATE INDEX reports_due ON reports (due_on, id) WHERE state IN ('draft', 'ready', 'approved') AND due_on IS NOT NULL;

-- Which reports a report rests on: each line is folded from its last act of that kind.
CREATE TABLE report_takings (
    report_id uuid NOT NULL REFERENCES reports,
    taken_id uuid NOT NULL REFERENCES reports,
    unit_id uuid NOT NULL REFERENCES units,
    revision text NOT NULL,
    sent_at timestamptz NOT NULL,
    PRIMARY KEY (report_id, taken_id)
);
CREATE INDEX report_takings_taken ON report_takings (taken_id);
GRANT SELECT, INSERT, UPDATE ON reports TO hientruong_app;
GRANT SELECT, INSERT, DELETE ON report_takings TO hientruong_app;

ALTER TABLE notices DROP CONSTRAINT notices_kind_known;
ALTER TABLE notices ADD CONSTRAINT notices_kind_known CHECK (kind IN ('deadline', 'ask', 'person', 'refusals', 'enrolled', 'device',
    'device_waits', 'draft', 'case', 'decision', 'inspection', 'document', 'exception', 'submission', 'route', 'absence', 'plan', 'information',
    'record_paper', 'report', 'report_definition')) NOT VALID;
ALTER TABLE notices VALIDATE CONSTRAINT notices_kind_known;
ALTER TABLE scans DROP CONSTRAINT scans_record_kind_known;
ALTER TABLE scans ADD CONSTRAINT scans_record_kind_known
    CHECK (record_kind IN ('case', 'officer', 'inspection', 'submission', 'plan', 'information', 'report')) NOT VALID;
ALTER TABLE scans VALIDATE CONSTRAINT scans_record_kind_known;
ALTER TABLE record_papers DROP CONSTRAINT record_papers_kind_known;
ALTER TABLE record_papers ADD CONSTRAINT record_papers_kind_known CHECK (record_kind IN ('plan', 'information', 'report')) NOT VALID;
ALTER TABLE record_papers VALIDATE CONSTRAINT record_papers_kind_known;
