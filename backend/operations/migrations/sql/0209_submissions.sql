-- Why: papers, proposals and files are submitted for approval by routes that are dated data. What waits for whom, since when and
-- until when must come from an index: a head asks for it at every first page. New, empty tables; all are folds of acts.
CREATE TABLE approval_submissions (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    record_kind text NOT NULL,
    record_id uuid NOT NULL,
    item_id uuid,
    title_vi text NOT NULL,
    title_en text NOT NULL,
    form text,
    amount_vnd bigint,
    state text NOT NULL,
    supplement boolean NOT NULL DEFAULT false,
    returned_at timestamptz,
    submitted_by uuid NOT NULL REFERENCES officers,
    drafters uuid[] NOT NULL,
    submitted_at timestamptz NOT NULL,
    renewed_at timestamptz NOT NULL,
    ended_at timestamptz,
    due_at timestamptz,
    due_rule text,
    shown text NOT NULL,
    rounds integer NOT NULL,
    unit_1 uuid NOT NULL,
    unit_2 uuid,
    unit_3 uuid,
    unit_4 uuid,
    CONSTRAINT approval_submissions_state_known CHECK (state IN ('waiting', 'with_submitter', 'refused', 'withdrawn', 'done', 'ended'))
);
CREATE UNIQUE INDEX approval_submissions_one_alive ON approval_submissions (record_id, coalesce(item_id, record_id), kind)
    WHERE state IN ('waiting', 'with_submitter');
CREATE INDEX approval_submissions_of_record ON approval_submissions (record_id, submitted_at);
CREATE INDEX approval_submissions_returned ON approval_submissions (submitted_by, returned_at) WHERE state = 'with_submitter';
CREATE INDEX approval_submissions_alive_2 ON approval_submissions (unit_2, id) WHERE state = 'waiting';
CREATE INDEX approval_submissions_alive_3 ON approval_submissions (unit_3, id) WHERE state = 'waiting';

CREATE TABLE approval_steps (
    submission_id uuid NOT NULL REFERENCES approval_submissions,
    number smallint NOT NULL,
    kind text NOT NULL,
    began_at timestamptz,
    due_at timestamptz,
    outcome text,
    answered_by uuid REFERENCES officers,
    answered_at timestamptz,
    PRIMARY KEY (submission_id, number)
);
CREATE INDEX submission_steps_answered ON approval_steps (answered_by, answered_at) WHERE answered_by IS NOT NULL;

-- One line for each key of each open step: whom it waits for. Lines of a step that opens later say from when.
CREATE TABLE approval_waits (
    submission_id uuid NOT NULL REFERENCES approval_submissions,
    step smallint NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    opens_at timestamptz NOT NULL,
    due_at timestamptz,
    PRIMARY KEY (submission_id, step, key)
);
CREATE INDEX submission_waits_key ON approval_waits (key, due_at, submission_id);
CREATE INDEX submission_waits_due ON approval_waits (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE approval_routes (
    id uuid PRIMARY KEY,
    draft_id uuid NOT NULL,
    version integer NOT NULL DEFAULT 0,
    name text NOT NULL,
    kind text NOT NULL,
    unit_id uuid NOT NULL REFERENCES units,
    content jsonb NOT NULL,
    draft jsonb,
    drafted_by uuid NOT NULL REFERENCES officers,
    drafted_at timestamptz NOT NULL,
    published_by uuid REFERENCES officers,
    published_at timestamptz,
    valid_from date NOT NULL,
    valid_to date,
    unit_1 uuid NOT NULL,
    unit_2 uuid,
    unit_3 uuid,
    unit_4 uuid
);
CREATE INDEX approval_routes_kind ON approval_routes (kind, unit_id) WHERE version > 0;

CREATE TABLE absences (
    id uuid PRIMARY KEY,
    officer_id uuid NOT NULL REFERENCES officers,
    stand_in_id uuid NOT NULL REFERENCES officers,
    first_day date NOT NULL,
    last_day date NOT NULL,
    reason text NOT NULL,
    entered_by uuid NOT NULL REFERENCES officers,
    entered_at timestamptz NOT NULL,
    ended_on date,
    ended_by uuid REFERENCES officers,
    end_reason text,
    unit_1 uuid NOT NULL,
    unit_2 uuid,
    unit_3 uuid,
    unit_4 uuid,
    CONSTRAINT absences_in_order CHECK (first_day <= last_day),
    CONSTRAINT absences_not_himself CHECK (officer_id <> stand_in_id)
);
CREATE INDEX absences_days ON absences (last_day, first_day);
CREATE INDEX absences_officer ON absences (officer_id, last_day);

GRANT SELECT, INSERT, UPDATE ON approval_submissions, approval_steps, approval_routes, absences TO hientruong_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON approval_waits TO hientruong_app;
GRANT DELETE ON approval_steps TO hientruong_app;
