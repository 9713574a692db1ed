-- Why: an officer's rank (ngach cong chuc, Circular 02/2022) is known by the day and the decision from which it is held, as positions are. A fold of
-- the acts rank.given and rank.withdrawn. A new table only; nobody waits.
CREATE TABLE officer_ranks (
    id uuid PRIMARY KEY,
    officer_id uuid NOT NULL REFERENCES officers,
    code text NOT NULL CONSTRAINT officer_ranks_code CHECK (code IN ('21.187', '21.188', '21.189', '21.190')),
    valid_from date NOT NULL,                       -- until a later one begins
    number text NOT NULL,                           -- of the decision
    decided_on date NOT NULL,
    withdrawn_at timestamptz                        -- it was entered by mistake
);
CREATE INDEX officer_ranks_officer ON officer_ranks (officer_id, valid_from DESC) WHERE withdrawn_at IS NULL;
CREATE INDEX officer_ranks_code ON officer_ranks (code, officer_id) WHERE withdrawn_at IS NULL;
GRANT SELECT, INSERT ON officer_ranks TO hientruong_app;
GRANT UPDATE (withdrawn_at) ON officer_ranks TO hientruong_app;
