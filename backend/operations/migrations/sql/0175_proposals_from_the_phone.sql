-- Why: an officer proposes an inspection from the phone, and the head signs the decision on the phone. A new table; a second factor
-- of a phone's session, a column without a default: no time at all.

CREATE TABLE inspection_proposals (
    document_id uuid PRIMARY KEY,                -- of the decision's draft, made by the phone
    inspection_id uuid NOT NULL,
    act_id uuid NOT NULL,                        -- the last act that proposed it
    proposed jsonb NOT NULL,                     -- the content of that act
    proposed_by uuid NOT NULL REFERENCES officers,
    proposed_at timestamptz NOT NULL,
    remarks text,                                -- of a return that was not answered by a new proposal
    returned_by uuid REFERENCES officers,
    returned_at timestamptz,
    CONSTRAINT inspection_proposals_returned CHECK ((remarks IS NULL) = (returned_by IS NULL) AND (remarks IS NULL) = (returned_at IS NULL))
);
CREATE INDEX inspection_proposals_by ON inspection_proposals (proposed_by, proposed_at DESC);
GRANT SELECT, INSERT, UPDATE ON inspection_proposals TO hientruong_app;

ALTER TABLE mobile_sessions ADD COLUMN confirmed_until timestamptz;   -- until when a second factor counts as given
