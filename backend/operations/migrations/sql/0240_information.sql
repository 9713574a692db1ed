-- Why: information that came in becomes a record of its own, with what tells who informed sealed beside it under a key of its own.
-- New, empty tables; one check of server_keys anew, a table of a handful of rows.
ALTER TABLE server_keys DROP CONSTRAINT server_keys_use_known;
ALTER TABLE server_keys ADD CONSTRAINT server_keys_use_known CHECK (use IN ('receipt', 'rescue', 'secrets', 'informants'));

CREATE TABLE informations (
    id uuid PRIMARY KEY,
    number text NOT NULL,
    nature text NOT NULL,
    source text NOT NULL,
    channel text NOT NULL,
    state text NOT NULL,
    received_at timestamptz NOT NULL,
    registered_at timestamptz NOT NULL,
    registered_by uuid NOT NULL REFERENCES officers,
    summary text NOT NULL,
    goods text NOT NULL,
    fields text[] NOT NULL,
    address text,
    address_fold text,
    area_code text,
    latitude_e7 bigint,
    longitude_e7 bigint,
    informant_secret boolean NOT NULL,
    wants_answer boolean NOT NULL,
    named_officers uuid[] NOT NULL,
    auditors_only boolean NOT NULL,
    verifiers uuid[] NOT NULL,
    readers uuid[] NOT NULL,
    result text,
    due_at timestamptz,
    due_rule text,
    written_report_due boolean NOT NULL,
    informant_to_tell boolean NOT NULL,
    first_action_at timestamptz,
    concluded_at timestamptz,
    merged_into uuid,
    links integer NOT NULL,
    rule_set text NOT NULL,
    public_id uuid,
    unit_1 uuid NOT NULL,
    unit_2 uuid,
    unit_3 uuid,
    unit_4 uuid,
    CONSTRAINT informations_nature_known CHECK (nature IN ('tip', 'denunciation', 'complaint')),
    CONSTRAINT informations_state_known CHECK (state IN ('received', 'verifying', 'violation', 'no_violation', 'unverifiable', 'proposed',
        'forwarded', 'redirected', 'no_action', 'merged', 'split', 'accepted', 'not_accepted', 'resolved', 'withdrawn'))
);
CREATE UNIQUE INDEX informations_public ON informations (public_id) WHERE public_id IS NOT NULL;
-- Lists run by the time of receipt, which no act changes; one index a level of units, as everywhere.
CREATE INDEX informations_unit_1 ON informations (unit_1, received_at DESC, id DESC);
CREATE INDEX informations_unit_2 ON informations (unit_2, received_at DESC, id DESC) WHERE unit_2 IS NOT NULL;
CREATE INDEX informations_unit_3 ON informations (unit_3, received_at DESC, id DESC) WHERE unit_3 IS NOT NULL;
CREATE INDEX informations_unit_4 ON informations (unit_4, received_at DESC, id DESC) WHERE unit_4 IS NOT NULL;
-- The board: what is not done, by state, the oldest first.
CREATE INDEX informations_board_1 ON informations (unit_1, state, received_at, id)
    WHERE state IN ('received', 'verifying', 'violation', 'no_violation', 'unverifiable', 'accepted');
CREATE INDEX informations_board_2 ON informations (unit_2, state, received_at, id)
    WHERE unit_2 IS NOT NULL AND state IN ('received', 'verifying', 'violation', 'no_violation', 'unverifiable', 'accepted');
CREATE INDEX informations_board_3 ON informations (unit_3, state, received_at, id)
    WHERE unit_3 IS NOT NULL AND state IN ('received', 'verifying', 'violation', 'no_violation', 'unverifiable', 'accepted');
CREATE INDEX informations_board_4 ON informations (unit_4, state, received_at, id)
    WHERE unit_4 IS NOT NULL AND state IN ('received', 'verifying', 'violation', 'no_violation', 'unverifiable', 'accepted');
CREATE INDEX informations_readers ON informations USING gin (readers);
CREATE INDEX informations_verifiers ON informations USING gin (verifiers)
    WHERE state = 'verifying';
CREATE INDEX informations_written ON informations (received_at) WHERE written_report_due;
CREATE INDEX informations_to_tell ON informations (received_at) WHERE informant_to_tell;
CREATE INDEX informations_due ON informations (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX informations_summary_fold ON informations USING gin (fold(summary) gin_trgm_ops);
CREATE INDEX informations_number ON informations (number);
CREATE INDEX informations_address_fold ON informations (address_fold) WHERE address_fold IS NOT NULL;
CREATE INDEX informations_place ON informations (latitude_e7, longitude_e7) WHERE latitude_e7 IS NOT NULL;

CREATE TABLE information_suspects (
    information_id uuid NOT NULL REFERENCES informations,
    place integer NOT NULL,
    subject_id uuid,
    name text NOT NULL,
    name_fold text NOT NULL,
    tax_code text,
    address_fold text,
    PRIMARY KEY (information_id, place)
);
CREATE INDEX information_suspects_subject ON information_suspects (subject_id) WHERE subject_id IS NOT NULL;
CREATE INDEX information_suspects_tax ON information_suspects (tax_code) WHERE tax_code IS NOT NULL;
CREATE INDEX information_suspects_name ON information_suspects (name_fold);
CREATE INDEX information_suspects_address ON information_suspects (address_fold) WHERE address_fold IS NOT NULL;

CREATE TABLE information_links (
    information_id uuid NOT NULL REFERENCES informations,
    kind text NOT NULL,
    record_id uuid NOT NULL,
    number text NOT NULL,
    state text,
    since timestamptz NOT NULL,
    PRIMARY KEY (information_id, kind, record_id)
);
CREATE INDEX information_links_record ON information_links (record_id);

-- What tells who informed: age files, to the informants' key. Append-only for the application; retention is the owner's work.
CREATE TABLE information_secrets (
    id uuid PRIMARY KEY,
    information_id uuid NOT NULL REFERENCES informations,
    kind text NOT NULL,
    sealed bytea NOT NULL,
    recipient text NOT NULL,
    matches text[] NOT NULL,
    media_type text,
    sealed_by uuid NOT NULL REFERENCES officers,
    sealed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT information_secrets_kind_known CHECK (kind IN ('informant', 'account', 'attachment'))
);
CREATE INDEX information_secrets_of ON information_secrets (information_id);
CREATE INDEX information_secrets_matches ON information_secrets USING gin (matches);

GRANT SELECT, INSERT, UPDATE ON informations, information_links TO hientruong_app;
GRANT SELECT, INSERT, DELETE ON information_suspects TO hientruong_app;
GRANT DELETE ON information_links TO hientruong_app;
GRANT SELECT, INSERT ON information_secrets TO hientruong_app;
