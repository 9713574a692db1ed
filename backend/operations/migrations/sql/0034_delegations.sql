-- Why: only a recorded delegation gives a deputy his head's powers (Law on Handling Administrative Violations Art 54).
-- A new table only; nothing else is locked.

CREATE TABLE delegations (
    id uuid PRIMARY KEY,
    number text NOT NULL,
    decided_on date NOT NULL,
    summary text NOT NULL,
    giver_id uuid NOT NULL REFERENCES officers,
    giver_title text NOT NULL,
    receiver_id uuid NOT NULL REFERENCES officers,
    receiver_title text NOT NULL,
    unit_id uuid NOT NULL REFERENCES units,      -- of the office whose powers these are
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,
    kinds text NOT NULL CONSTRAINT delegations_kinds_known     -- of DelegatedKind, by commas
        CHECK (kinds ~ '^(sanction|enforcement|custody|inspection)(,(sanction|enforcement|custody|inspection))*$'),
    case_id uuid REFERENCES cases,               -- null: standing
    valid_from date NOT NULL,
    valid_to date CONSTRAINT delegations_valid_order CHECK (valid_to IS NULL OR valid_to >= valid_from),
    scan_id uuid NOT NULL REFERENCES scans,
    entered_by uuid NOT NULL REFERENCES officers,
    entered_at timestamptz NOT NULL,
    confirmed_by uuid REFERENCES officers,
    confirmed_at timestamptz,
    ended_on date,                               -- the first day without it
    ended_by uuid REFERENCES officers,
    end_reason text,
    CONSTRAINT delegations_once UNIQUE (receiver_id, number, decided_on)
);
CREATE INDEX delegations_receiver ON delegations (receiver_id, valid_from DESC);
CREATE INDEX delegations_unit_1 ON delegations (unit_1, id DESC);
CREATE INDEX delegations_unit_2 ON delegations (unit_2, id DESC);

GRANT SELECT, INSERT, UPDATE (confirmed_by, confirmed_at, ended_on, ended_by, end_reason) ON delegations TO hientruong_app;
