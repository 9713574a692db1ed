-- Why: who rules on submissions one after the other is shown what changed since the last look, rules on nothing that was not before them, and
-- collects remarks place by place before they are sent. Two new, empty tables; both are of their reader alone, and no act rests on them.
CREATE TABLE approval_looks (
    officer_id uuid NOT NULL REFERENCES officers,
    submission_id uuid NOT NULL REFERENCES approval_submissions,
    shown text NOT NULL,
    looked_at timestamptz NOT NULL DEFAULT now(),    -- the last time
    PRIMARY KEY (officer_id, submission_id, shown),
    CONSTRAINT approval_looks_shown_is_a_hash CHECK (shown ~ '^[0-9a-f]{64}$')
);

-- What an officer wrote about one place and has not sent yet.
CREATE TABLE approval_remarks (
    officer_id uuid NOT NULL REFERENCES officers,
    submission_id uuid NOT NULL REFERENCES approval_submissions,
    place text NOT NULL CONSTRAINT approval_remarks_place_short CHECK (length(place) <= 300),
    said text NOT NULL CONSTRAINT approval_remarks_said_short CHECK (length(said) BETWEEN 1 AND 2000),
    made_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (officer_id, submission_id, place)
);
CREATE INDEX approval_remarks_made ON approval_remarks (officer_id, made_at);

GRANT SELECT, INSERT, UPDATE (looked_at) ON approval_looks TO hientruong_app;
GRANT SELECT, INSERT, UPDATE (said, made_at), DELETE ON approval_remarks TO hientruong_app;
