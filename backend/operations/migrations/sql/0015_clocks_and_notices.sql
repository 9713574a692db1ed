-- Why: the time limits of each case, to list what is due in a unit, and what officers are told of them. New tables only;
-- nothing else is locked.

-- Derived from the case's acts, whole, in the transaction of each act: deleted and written anew, never edited but for tell_at.
CREATE TABLE case_clocks (
    case_id uuid NOT NULL REFERENCES cases,
    rule text NOT NULL,
    subject text NOT NULL DEFAULT '',            -- which seizure, which paper; '' for a rule that has one clock
    trigger_at timestamptz NOT NULL,
    rule_set text NOT NULL,
    trigger_act text NOT NULL,
    limit_count integer,
    limit_unit text CONSTRAINT case_clocks_unit_known CHECK (limit_unit IN ('h', 'd', 'wd', 'm', 'y')),
    half_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,                 -- the first instant after the period
    met_at timestamptz,
    moot_at timestamptz,                         -- it ended without being met
    lapses boolean NOT NULL,
    watched boolean NOT NULL,
    extended_by uuid,
    calendar_undecided boolean NOT NULL,
    tell_at timestamptz,                         -- when officers are told next; null when nothing is left to tell
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,
    PRIMARY KEY (case_id, rule, subject, trigger_at),
    CONSTRAINT case_clocks_limit_whole CHECK ((limit_count IS NULL) = (limit_unit IS NULL))
);
-- What is due in a unit and below, soonest first.
CREATE INDEX case_clocks_due_1 ON case_clocks (unit_1, due_at, case_id, rule, subject)
    WHERE met_at IS NULL AND moot_at IS NULL AND watched;
CREATE INDEX case_clocks_due_2 ON case_clocks (unit_2, due_at, case_id, rule, subject)
    WHERE met_at IS NULL AND moot_at IS NULL AND watched;
CREATE INDEX case_clocks_due_3 ON case_clocks (unit_3, due_at, case_id, rule, subject)
    WHERE met_at IS NULL AND moot_at IS NULL AND watched;
CREATE INDEX case_clocks_tell ON case_clocks (tell_at) WHERE tell_at IS NOT NULL;
GRANT SELECT, INSERT, DELETE, UPDATE (tell_at) ON case_clocks TO hientruong_app;

-- What an officer was told. notices_once is what makes a repeated job tell once.
CREATE TABLE notices (
    id uuid PRIMARY KEY,
    officer_id uuid NOT NULL REFERENCES officers,
    kind text NOT NULL CONSTRAINT notices_kind_known CHECK (kind IN ('deadline')),
    record_id uuid NOT NULL,
    rule text NOT NULL,
    moment text NOT NULL CONSTRAINT notices_moment_known CHECK (moment IN ('half', 'last_day', 'missed', 'lapsed')),
    due_at timestamptz NOT NULL,
    text_key text NOT NULL,
    numbers jsonb NOT NULL,
    at timestamptz NOT NULL,
    read_at timestamptz,
    settled_at timestamptz,                      -- what it was about is done: nobody need read it any more
    CONSTRAINT notices_once UNIQUE (officer_id, record_id, rule, moment, due_at)
);
CREATE INDEX notices_officer ON notices (officer_id, at DESC, id DESC);
CREATE INDEX notices_open ON notices (officer_id) WHERE read_at IS NULL AND settled_at IS NULL;
CREATE INDEX notices_unsettled ON notices (record_id, rule) WHERE settled_at IS NULL;
GRANT SELECT, INSERT, UPDATE (read_at, settled_at) ON notices TO hientruong_app;
