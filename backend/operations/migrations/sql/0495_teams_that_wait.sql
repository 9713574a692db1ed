-- Why: when work is handed over, a place in a team waits for the issuer of the decision until it is amended or the issuer keeps the team. A notice
-- alone is forgotten: it stands in the issuer's work. A fold of the acts officer.handed_over and officer.team_kept. A new table only; nobody waits.
CREATE TABLE team_proposals (
    inspection_id uuid NOT NULL,                    -- of another group's table: no foreign key
    officer_id uuid NOT NULL REFERENCES officers,   -- whose place it is
    to_id uuid NOT NULL REFERENCES officers,        -- who is proposed
    proposed_by uuid NOT NULL REFERENCES officers,
    proposed_at timestamptz NOT NULL,
    reason text NOT NULL,
    kept_by uuid REFERENCES officers,               -- who decided that the team stays as it is
    kept_at timestamptz,
    CONSTRAINT team_proposals_kept CHECK ((kept_by IS NULL) = (kept_at IS NULL)),
    PRIMARY KEY (inspection_id, officer_id)
);
CREATE INDEX team_proposals_waiting ON team_proposals (proposed_at) WHERE kept_at IS NULL;
GRANT SELECT, INSERT ON team_proposals TO hientruong_app;
GRANT UPDATE (to_id, proposed_by, proposed_at, reason, kept_by, kept_at) ON team_proposals TO hientruong_app;
