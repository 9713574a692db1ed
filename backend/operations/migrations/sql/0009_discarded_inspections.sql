-- Why: the team may give a visit up, with a reason; the inspection then says who did and why, until it is begun again.
-- The columns are null and rewrite nothing; the two checks read inspections once under a lock: under a second for a million.

ALTER TABLE inspections
    DROP CONSTRAINT inspections_state_known,
    ADD CONSTRAINT inspections_state_known CHECK (state IN
        ('decided', 'opened', 'announced', 'submitted', 'returned', 'revising', 'approved', 'refused', 'discarded')),
    ADD COLUMN discarded_at timestamptz,             -- by the phone's clock; null unless it is discarded now
    ADD COLUMN discarded_by uuid REFERENCES officers,
    ADD COLUMN discard_reason text,
    ADD CONSTRAINT inspections_discard_whole CHECK (
        (state = 'discarded') = (discarded_at IS NOT NULL) AND (discarded_at IS NULL) = (discarded_by IS NULL)
        AND (discarded_at IS NULL) = (discard_reason IS NULL));
