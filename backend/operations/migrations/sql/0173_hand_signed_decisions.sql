-- Why: a team begins on site from a decision signed by hand, which a second person matches later. A new table only, empty at
-- first: no time at all.

CREATE TABLE hand_signed_decisions (
    inspection_id uuid PRIMARY KEY REFERENCES inspections,
    act_id uuid NOT NULL,                        -- the writing that stands
    issuer_unit text NOT NULL,
    sheets jsonb NOT NULL,                       -- ids of photographs, in order
    begun_by uuid NOT NULL REFERENCES officers,
    begun_at timestamptz NOT NULL,               -- best estimate of when it was written
    due_at timestamptz NOT NULL,                 -- 48 hours after it arrived
    outcome text CONSTRAINT hand_signed_decisions_outcome CHECK (outcome IN ('paper', 'sheets', 'differs')),
    paper_id uuid REFERENCES decision_papers,
    reason text,
    matched_by uuid REFERENCES officers,
    matched_at timestamptz,
    CONSTRAINT hand_signed_decisions_matched CHECK ((outcome IS NULL) = (matched_by IS NULL) AND (outcome IS NULL) = (matched_at IS NULL)),
    CONSTRAINT hand_signed_decisions_paper CHECK ((paper_id IS NOT NULL) = (outcome IS NOT DISTINCT FROM 'paper'))
);
CREATE UNIQUE INDEX hand_signed_decisions_one_paper ON hand_signed_decisions (paper_id) WHERE paper_id IS NOT NULL;
CREATE INDEX hand_signed_decisions_open ON hand_signed_decisions (due_at) WHERE outcome IS NULL OR outcome = 'differs';
GRANT SELECT, INSERT, UPDATE ON hand_signed_decisions TO hientruong_app;
