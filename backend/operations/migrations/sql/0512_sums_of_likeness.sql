-- Why: from which sum of reasons on two parties are proposed as one is decided by two administrators (docs/parties/merging.md). A new table, and an
-- index by which the register is compared anew: subjects cannot be written while it is built.

CREATE TABLE party_likeness (
    id uuid PRIMARY KEY,                             -- the record of the change
    propose smallint NOT NULL,
    strong smallint NOT NULL,
    reason text NOT NULL,
    asked_by uuid NOT NULL REFERENCES officers,
    asked_at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'asked' CONSTRAINT party_likeness_state_known CHECK (state IN ('asked', 'confirmed', 'declined')),
    decided_by uuid REFERENCES officers,
    decided_at timestamptz,
    decided_reason text,
    CONSTRAINT party_likeness_sums CHECK (propose BETWEEN 35 AND 100 AND strong BETWEEN propose AND 100),
    CONSTRAINT party_likeness_decided_whole CHECK ((state = 'asked') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL))
);
CREATE INDEX party_likeness_in_force ON party_likeness (decided_at) WHERE state = 'confirmed';
CREATE INDEX subjects_compared ON subjects (compared_at, id) WHERE compared_at IS NOT NULL AND merged_into IS NULL;

GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at, decided_reason) ON party_likeness TO hientruong_app;
