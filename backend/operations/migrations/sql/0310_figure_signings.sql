-- Why: the legal department signs what figures mean. Each row is one act about one definition, as it read then (its hash).
CREATE TABLE figure_signings (
    act_id uuid NOT NULL,
    code text NOT NULL,
    hash text NOT NULL CONSTRAINT figure_signings_hash CHECK (hash ~ '^[0-9a-f]{64}$'),
    event text NOT NULL
        CONSTRAINT figure_signings_event CHECK (event IN ('presented', 'signed', 'objected', 'settled')),
    of_act uuid,
    reason text NOT NULL,
    officer_id uuid NOT NULL REFERENCES officers,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (act_id, code),
    CONSTRAINT figure_signings_settled CHECK ((event = 'settled') = (of_act IS NOT NULL))
);
GRANT SELECT, INSERT ON figure_signings TO hientruong_app;
