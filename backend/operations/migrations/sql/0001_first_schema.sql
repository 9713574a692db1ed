-- The first schema. Run as hientruong_owner; the application signs in as hientruong_app and owns nothing.
-- Rules of this file: constraints are named; every row that belongs to somebody carries its unit's ancestors per
-- level (unit_1 nation .. unit_4), so that scope is a plain btree condition; what must never change has no UPDATE
-- or DELETE grant *and* a deny trigger ENABLE ALWAYS (session_replication_role = replica does not skip it).

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- unaccent() is STABLE because its dictionary could change; ours does not (PostgreSQL 18's folds đ as well).
CREATE FUNCTION fold(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT lower(public.unaccent('public.unaccent', value)) $$;

CREATE FUNCTION deny_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'append_only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'HT001';
END $$;

-- installation ---------------------------------------------------------------------------------------------------
CREATE TABLE installation (
    only_row boolean PRIMARY KEY DEFAULT true CONSTRAINT installation_is_one_row CHECK (only_row),
    epoch uuid NOT NULL DEFAULT gen_random_uuid(),
    is_demonstration boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    backed_up_through timestamptz
);

-- units: a dated tree ----------------------------------------------------------------------------------------------
CREATE TABLE units (
    id uuid PRIMARY KEY,
    code text NOT NULL CONSTRAINT units_code_form CHECK (code ~ '^[0-9]{2,8}$'),
    name_vi text NOT NULL,
    name_en text NOT NULL,
    kind text NOT NULL CONSTRAINT units_kind_known CHECK (kind IN ('national', 'department', 'team')),
    parent_id uuid REFERENCES units,
    level smallint NOT NULL CONSTRAINT units_level_range CHECK (level BETWEEN 1 AND 4),
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,
    valid_from date NOT NULL,
    valid_to date,
    successor_id uuid REFERENCES units,
    CONSTRAINT units_valid_order CHECK (valid_to IS NULL OR valid_to > valid_from),
    CONSTRAINT units_path_ends_in_self CHECK (id = CASE level WHEN 1 THEN unit_1 WHEN 2 THEN unit_2 WHEN 3 THEN unit_3 ELSE unit_4 END),
    CONSTRAINT units_root_has_no_parent CHECK ((level = 1) = (parent_id IS NULL))
);
CREATE UNIQUE INDEX units_code_in_force ON units (code) WHERE valid_to IS NULL;
CREATE INDEX units_parent ON units (parent_id);

-- officers ---------------------------------------------------------------------------------------------------------
CREATE TABLE officers (
    id uuid PRIMARY KEY,
    username text NOT NULL CONSTRAINT officers_username_form CHECK (username ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
    full_name text NOT NULL,
    officer_number text,
    unit_id uuid NOT NULL REFERENCES units,
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,
    language text NOT NULL DEFAULT 'vi' CONSTRAINT officers_language_known CHECK (language IN ('vi', 'en')),
    state text NOT NULL DEFAULT 'active' CONSTRAINT officers_state_known CHECK (state IN ('active', 'disabled')),
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT officers_username_unique UNIQUE (username),
    CONSTRAINT officers_officer_number_unique UNIQUE (officer_number)
);
CREATE INDEX officers_unit_2 ON officers (unit_2, username);
CREATE INDEX officers_unit_3 ON officers (unit_3, username);
CREATE INDEX officers_name_fold ON officers USING gin (fold(full_name) gin_trgm_ops);

CREATE TABLE officer_roles (
    officer_id uuid NOT NULL REFERENCES officers,
    role text NOT NULL CONSTRAINT officer_roles_role_known
        CHECK (role IN ('inspector', 'team_leader', 'supervisor', 'auditor', 'administrator')),
    granted_at timestamptz NOT NULL DEFAULT now(),
    granted_by uuid REFERENCES officers,
    PRIMARY KEY (officer_id, role)
);

CREATE TABLE officer_positions (
    id uuid PRIMARY KEY,
    officer_id uuid NOT NULL REFERENCES officers,
    unit_id uuid NOT NULL REFERENCES units,
    title_vi text NOT NULL,
    title_en text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT officer_positions_valid_order CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE INDEX officer_positions_officer ON officer_positions (officer_id, valid_from DESC);

CREATE TABLE inspection_cards (
    id uuid PRIMARY KEY,
    officer_id uuid NOT NULL REFERENCES officers,
    number text NOT NULL,
    issued_on date NOT NULL,
    expires_on date NOT NULL,
    suspended_on date,
    revoked_on date,
    reason text,
    CONSTRAINT inspection_cards_number_unique UNIQUE (number),
    CONSTRAINT inspection_cards_five_years CHECK (expires_on > issued_on AND expires_on <= issued_on + interval '5 years 1 day')
);
CREATE INDEX inspection_cards_officer ON inspection_cards (officer_id, expires_on DESC);

CREATE TABLE credentials (
    officer_id uuid PRIMARY KEY REFERENCES officers,
    password_hash text NOT NULL,
    totp_seed bytea NOT NULL,                    -- AES-256-GCM, key outside the database, officer id as associated data
    totp_step bigint NOT NULL DEFAULT 0,         -- last accepted RFC 6238 time step: never accepted again
    changed_at timestamptz NOT NULL DEFAULT now()
);

-- One-time permission to set a password and a one-time-code seed: first enrolment and resets.
CREATE TABLE enrolments (
    token_hash bytea PRIMARY KEY,
    officer_id uuid NOT NULL REFERENCES officers,
    purpose text NOT NULL CONSTRAINT enrolments_purpose_known CHECK (purpose IN ('first', 'password', 'one_time_code')),
    issued_by uuid REFERENCES officers,
    issued_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    CONSTRAINT enrolments_second_person CHECK (issued_by IS NULL OR issued_by <> officer_id)
);
CREATE INDEX enrolments_officer ON enrolments (officer_id);

CREATE TABLE sign_in_failures (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account text NOT NULL,
    address inet NOT NULL,
    failed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX sign_in_failures_account ON sign_in_failures (account, failed_at);
CREATE INDEX sign_in_failures_address ON sign_in_failures (address, failed_at);

CREATE TABLE devices (
    id uuid PRIMARY KEY,
    enrolled_by uuid NOT NULL REFERENCES officers,
    unit_id uuid NOT NULL REFERENCES units,
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,
    name text NOT NULL,
    public_key jsonb NOT NULL,
    enrolled_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz,
    revoked_by uuid REFERENCES officers,
    revoke_reason text
);
CREATE INDEX devices_enrolled_by ON devices (enrolled_by);
CREATE INDEX devices_unit_2 ON devices (unit_2, id);

-- Where each device's log of one officer stands: gapless seq and hash chain (prev).
CREATE TABLE device_logs (
    device_id uuid NOT NULL REFERENCES devices,
    officer_id uuid NOT NULL REFERENCES officers,
    last_seq bigint NOT NULL DEFAULT 0,
    last_hash bytea,
    PRIMARY KEY (device_id, officer_id)
);

CREATE TABLE mobile_sessions (
    id uuid PRIMARY KEY,
    officer_id uuid NOT NULL REFERENCES officers,
    device_id uuid NOT NULL REFERENCES devices,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    end_reason text
);
CREATE INDEX mobile_sessions_officer ON mobile_sessions (officer_id) WHERE ended_at IS NULL;
CREATE INDEX mobile_sessions_device ON mobile_sessions (device_id) WHERE ended_at IS NULL;
CREATE TABLE access_tokens (
    token_hash bytea PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES mobile_sessions,
    expires_at timestamptz NOT NULL
);
CREATE INDEX access_tokens_expiry ON access_tokens (expires_at);
CREATE TABLE refresh_tokens (
    token_hash bytea PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES mobile_sessions,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id);

CREATE TABLE desk_sessions (
    id uuid PRIMARY KEY,
    token_hash bytea NOT NULL CONSTRAINT desk_sessions_token_unique UNIQUE,
    officer_id uuid NOT NULL REFERENCES officers,
    csrf_token text NOT NULL,
    address inet NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    ended_at timestamptz
);
CREATE INDEX desk_sessions_officer ON desk_sessions (officer_id) WHERE ended_at IS NULL;

-- the ledger -------------------------------------------------------------------------------------------------------
CREATE TABLE ledger_heads (
    record_id uuid PRIMARY KEY,
    record_kind text NOT NULL,
    last_number bigint NOT NULL,
    last_hash bytea NOT NULL
) WITH (fillfactor = 80);                        -- room for its next version on the same page (HOT)

CREATE TABLE ledger_entries (
    entry_id bigint GENERATED ALWAYS AS IDENTITY,
    record_id uuid NOT NULL,
    number bigint NOT NULL CONSTRAINT ledger_entries_number_positive CHECK (number > 0),
    record_kind text NOT NULL,
    act_id uuid NOT NULL,
    act_type text NOT NULL,
    officer_id uuid NOT NULL,
    device_id uuid,
    seq bigint,
    session_id uuid,
    made_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    act text NOT NULL,                           -- the RFC 8785 form of the whole act as it came, signature included
    act_hash bytea NOT NULL,
    previous_hash bytea,
    entry_hash bytea NOT NULL,
    key_id text NOT NULL,
    receipt_signature bytea NOT NULL,
    quarantine text,                             -- code; null where the act took effect when it came
    verdicts jsonb NOT NULL DEFAULT '{}',        -- what was checked of signature, sequence, ...: {question: answer}
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    CONSTRAINT ledger_entries_pkey PRIMARY KEY (record_id, number),
    CONSTRAINT ledger_entries_act_unique UNIQUE (act_id),
    CONSTRAINT ledger_entries_first_has_no_previous CHECK ((number = 1) = (previous_hash IS NULL))
);
CREATE INDEX ledger_entries_xid ON ledger_entries (xid, entry_id);

-- What the one door must know once it holds a record's lock. VOLATILE on purpose: called after the row was locked in the
-- same statement, it looks with a snapshot of its own, so it sees what the lock's last holder committed.
CREATE FUNCTION ledger_standing(of_record uuid, of_act uuid, of_device uuid, of_officer uuid,
    OUT last_number bigint, OUT last_hash bytea, OUT log_seq bigint, OUT log_hash bytea, OUT known_hash bytea)
    LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    SELECT h.last_number, h.last_hash INTO last_number, last_hash FROM ledger_heads h WHERE h.record_id = of_record;
    SELECT d.last_seq, d.last_hash INTO log_seq, log_hash FROM device_logs d WHERE d.device_id = of_device AND d.officer_id = of_officer;
    SELECT e.act_hash INTO known_hash FROM ledger_entries e WHERE e.act_id = of_act;
END $$;

-- Acts that were refused: they change no record, and stay with their reason.
CREATE TABLE refused_acts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    act_id uuid,
    record_id uuid,
    act_type text,
    officer_id uuid NOT NULL,
    device_id uuid,
    seq bigint,
    act text NOT NULL,
    act_hash bytea NOT NULL,
    code text NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT refused_acts_once UNIQUE (act_hash, code)
);
CREATE INDEX refused_acts_act ON refused_acts (act_id);
CREATE INDEX refused_acts_device ON refused_acts (device_id, officer_id, id);

-- The RFC 6962 log over entry hashes, filled by the sealer, and its signed checkpoints.
CREATE TABLE ledger_leaves (
    position bigint PRIMARY KEY CONSTRAINT ledger_leaves_position_from_zero CHECK (position >= 0),
    record_id uuid NOT NULL,
    number bigint NOT NULL,
    entry_hash bytea NOT NULL,
    CONSTRAINT ledger_leaves_entry_unique UNIQUE (record_id, number)
);
CREATE TABLE ledger_checkpoints (
    size bigint PRIMARY KEY,
    root bytea NOT NULL,
    frontier bytea NOT NULL,                     -- the roots of the perfect subtrees, left to right, 32 bytes each
    bound_xid xid8 NOT NULL,                     -- every entry of a transaction before this one is in
    previous_root bytea,
    made_at timestamptz NOT NULL,
    key_id text NOT NULL,
    signature bytea NOT NULL
);

-- Every read of evidence by a person.
CREATE TABLE access_log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    officer_id uuid NOT NULL,
    session_id uuid,
    action text NOT NULL,
    record_id uuid,
    photo_id uuid,
    address inet,
    at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX access_log_photo ON access_log (photo_id, id);
CREATE INDEX access_log_record ON access_log (record_id, id);
CREATE INDEX access_log_officer ON access_log (officer_id, id);

-- directory --------------------------------------------------------------------------------------------------------
CREATE TABLE subjects (
    id uuid PRIMARY KEY,
    unit_id uuid NOT NULL REFERENCES units,
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,
    kind text NOT NULL CONSTRAINT subjects_kind_known CHECK (kind IN ('individual', 'household', 'organisation')),
    name text NOT NULL,
    trade_name text,
    tax_code text,
    registration_number text,
    address text NOT NULL,
    province_code text,
    commune_code text,
    latitude_e7 bigint,
    longitude_e7 bigint,
    representative text,
    representative_title text,
    phone text,
    business_lines text,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX subjects_unit_2 ON subjects (unit_2, id);
CREATE INDEX subjects_tax_code ON subjects (tax_code);
CREATE INDEX subjects_name_fold ON subjects USING gin (fold(name) gin_trgm_ops);

-- documents: numbers -----------------------------------------------------------------------------------------------
CREATE TABLE document_sequences (
    unit_id uuid NOT NULL REFERENCES units,
    form text NOT NULL,
    year smallint NOT NULL,
    last_number integer NOT NULL,
    PRIMARY KEY (unit_id, form, year)
);

-- inspections: read tables, written only by the one door -----------------------------------------------------------
CREATE TABLE inspections (
    id uuid PRIMARY KEY,
    unit_id uuid NOT NULL REFERENCES units,
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,
    state text NOT NULL CONSTRAINT inspections_state_known CHECK (state IN
        ('decided', 'opened', 'announced', 'submitted', 'returned', 'revising', 'approved', 'refused')),
    decision_id uuid NOT NULL,
    decision_number text NOT NULL,
    subject_id uuid REFERENCES subjects,
    subject_name text NOT NULL,
    subject_address text NOT NULL,
    leader_id uuid NOT NULL REFERENCES officers,
    decision jsonb NOT NULL,                     -- the content of decision.issued, as it was issued
    issued_by uuid NOT NULL REFERENCES officers,
    issued_at timestamptz NOT NULL,
    opened_at timestamptz,
    announced_at timestamptz,
    minutes_id uuid,                             -- act of the minutes in force
    revision text,                               -- hash of the submitted revision, null before the first
    revision_count smallint NOT NULL DEFAULT 0,
    submitted_by uuid REFERENCES officers,
    submitted_at timestamptz,
    decided_by uuid REFERENCES officers,         -- who returned, approved or refused last
    decided_at timestamptz,
    photo_count integer NOT NULL DEFAULT 0,      -- in force: neither withdrawn nor quarantined
    missing_count integer NOT NULL DEFAULT 0,    -- of those, announced but not yet stored
    quarantine_count integer NOT NULL DEFAULT 0, -- waiting to be admitted or dismissed
    updated_at timestamptz NOT NULL,
    CONSTRAINT inspections_decision_unique UNIQUE (decision_id)
) WITH (fillfactor = 80);
-- Lists run by the time of the decision, which never changes: an act then touches no index of its inspection (HOT).
CREATE INDEX inspections_page_1 ON inspections (unit_1, issued_at DESC, id DESC);
CREATE INDEX inspections_page_2 ON inspections (unit_2, issued_at DESC, id DESC);
CREATE INDEX inspections_page_3 ON inspections (unit_3, issued_at DESC, id DESC);
CREATE INDEX inspections_state_1 ON inspections (unit_1, state, issued_at DESC, id DESC);
CREATE INDEX inspections_state_2 ON inspections (unit_2, state, issued_at DESC, id DESC);
CREATE INDEX inspections_state_3 ON inspections (unit_3, state, issued_at DESC, id DESC);
CREATE INDEX inspections_held ON inspections (issued_at DESC, id DESC) WHERE quarantine_count > 0;
CREATE INDEX inspections_number ON inspections (decision_number);
CREATE INDEX inspections_subject_fold ON inspections USING gin (fold(subject_name) gin_trgm_ops);

CREATE TABLE inspection_team (
    inspection_id uuid NOT NULL REFERENCES inspections,
    officer_id uuid NOT NULL REFERENCES officers,
    is_leader boolean NOT NULL,
    PRIMARY KEY (inspection_id, officer_id)
);
CREATE INDEX inspection_team_officer ON inspection_team (officer_id, inspection_id);

CREATE TABLE places (
    act_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES inspections,
    officer_id uuid NOT NULL,
    latitude_e7 integer NOT NULL,
    longitude_e7 integer NOT NULL,
    accuracy_mm bigint NOT NULL,
    altitude_mm bigint,
    source text NOT NULL,
    fixed_at timestamptz NOT NULL,
    mocked boolean,
    made_at timestamptz NOT NULL
);
CREATE INDEX places_inspection ON places (inspection_id, made_at);

CREATE TABLE minutes (
    act_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES inspections,
    number bigint NOT NULL,                      -- the entry's number in the record: order of writing
    officer_id uuid NOT NULL,
    form text NOT NULL,
    form_version integer NOT NULL,
    fields jsonb NOT NULL,
    made_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL
);
CREATE INDEX minutes_inspection ON minutes (inspection_id, number);

CREATE TABLE signatures (
    act_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES inspections,
    minutes_id uuid NOT NULL,
    officer_id uuid NOT NULL,                    -- on whose phone it was given
    role text NOT NULL,
    name text NOT NULL,
    drawing jsonb,
    refusal jsonb,
    made_at timestamptz NOT NULL,
    CONSTRAINT signatures_drawing_or_refusal CHECK ((drawing IS NULL) <> (refusal IS NULL))
);
CREATE INDEX signatures_inspection ON signatures (inspection_id, minutes_id);

CREATE TABLE photos (
    id uuid PRIMARY KEY,
    act_id uuid NOT NULL,
    inspection_id uuid NOT NULL REFERENCES inspections,
    unit_id uuid NOT NULL REFERENCES units,
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,
    number bigint NOT NULL,                      -- the entry's number: order of announcement
    officer_id uuid NOT NULL,
    device_id uuid,
    sha256 text NOT NULL,
    size bigint NOT NULL,
    media_type text NOT NULL,                    -- as the phone announced it
    way text NOT NULL,
    place jsonb,
    caption text,
    made_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    addendum boolean NOT NULL DEFAULT false,     -- came after a submission that does not name it
    quarantine text,                             -- code, null once admitted
    dismissed boolean NOT NULL DEFAULT false,
    withdrawn_reason text,
    withdrawn_at timestamptz,
    stored_at timestamptz,                       -- bytes in the object store and read back
    object_key text,
    receipt_key_id text,
    receipt_signature bytea,
    preview text NOT NULL DEFAULT 'pending' CONSTRAINT photos_preview_known
        CHECK (preview IN ('pending', 'ready', 'undecodable', 'not_an_image')),
    preview_reason text,
    detected_type text,                          -- by content, never by name
    width integer, height integer,               -- upright
    metadata jsonb,                              -- EXIF time, place, camera as read; null where there is none
    CONSTRAINT photos_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$')
);
CREATE INDEX photos_inspection ON photos (inspection_id, number);
CREATE INDEX photos_waiting ON photos (officer_id, sha256) WHERE stored_at IS NULL;
CREATE INDEX photos_sha256 ON photos (sha256);

CREATE TABLE submissions (
    act_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES inspections,
    revision_number smallint NOT NULL,
    revision text NOT NULL,
    content jsonb NOT NULL,
    officer_id uuid NOT NULL,
    made_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL
);
CREATE INDEX submissions_inspection ON submissions (inspection_id, revision_number);

CREATE TABLE rulings (                           -- returned, approved, refused: what a supervisor said of a revision
    act_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES inspections,
    kind text NOT NULL CONSTRAINT rulings_kind_known CHECK (kind IN ('returned', 'approved', 'refused')),
    revision text NOT NULL,
    officer_id uuid NOT NULL,
    comments jsonb NOT NULL DEFAULT '[]',
    reason text,
    at timestamptz NOT NULL,
    void_since timestamptz,                      -- an approval that later minutes or a later submission voided
    void_by uuid                                 -- that act
);
CREATE INDEX rulings_inspection ON rulings (inspection_id, at);

CREATE TABLE quarantined_acts (
    act_id uuid PRIMARY KEY,
    record_id uuid NOT NULL,
    code text NOT NULL,
    received_at timestamptz NOT NULL,
    decided text CONSTRAINT quarantined_acts_decided_known CHECK (decided IN ('admitted', 'dismissed')),
    decided_by uuid,
    decided_at timestamptz,
    reason text
);
CREATE INDEX quarantined_acts_record ON quarantined_acts (record_id);

-- evidence: bytes on their way ---------------------------------------------------------------------------------------
CREATE TABLE uploads (
    id uuid PRIMARY KEY,
    officer_id uuid NOT NULL REFERENCES officers,
    device_id uuid NOT NULL,
    photo_id uuid,
    inspection_id uuid,
    sha256 text CONSTRAINT uploads_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    file_type text,
    metadata text NOT NULL DEFAULT '',           -- Upload-Metadata as it came: HEAD must echo it
    length bigint,
    "offset" bigint NOT NULL DEFAULT 0,
    node text NOT NULL,                          -- whose spool holds the bytes
    state text NOT NULL DEFAULT 'receiving' CONSTRAINT uploads_state_known
        CHECK (state IN ('receiving', 'received', 'stored', 'mismatched', 'terminated')),
    actual_sha256 text,                          -- computed while the bytes streamed
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    received_at timestamptz,
    stored_at timestamptz,
    object_key text,                             -- bucket/key where the bytes are now
    receipt_key_id text,
    receipt_signature bytea,
    CONSTRAINT uploads_offset_in_length CHECK ("offset" >= 0 AND (length IS NULL OR "offset" <= length))
);
CREATE INDEX uploads_officer_hash ON uploads (officer_id, actual_sha256);
CREATE INDEX uploads_to_store ON uploads (node, received_at) WHERE state = 'received';
CREATE INDEX uploads_expiry ON uploads (expires_at) WHERE state = 'receiving';
CREATE INDEX uploads_open ON uploads (officer_id) WHERE state = 'receiving';
CREATE INDEX uploads_announced ON uploads (officer_id, sha256) WHERE state IN ('receiving', 'received');
CREATE INDEX uploads_photo ON uploads (photo_id) WHERE photo_id IS NOT NULL;

-- sync ---------------------------------------------------------------------------------------------------------------
CREATE TABLE changes (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    officer_id uuid NOT NULL,                    -- whose phone must hear of it
    kind text NOT NULL,
    ref text NOT NULL,
    op text NOT NULL CONSTRAINT changes_op_known CHECK (op IN ('put', 'remove')),
    at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX changes_officer ON changes (officer_id, xid, id);
CREATE INDEX changes_at ON changes (at);

-- rights -------------------------------------------------------------------------------------------------------------
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO hientruong_app;

GRANT SELECT, UPDATE (backed_up_through) ON installation TO hientruong_app;
GRANT SELECT, INSERT, UPDATE ON units, officers, officer_positions, inspection_cards, credentials, enrolments,
    devices, device_logs, mobile_sessions, refresh_tokens, desk_sessions, subjects, document_sequences,
    inspections, photos, rulings, quarantined_acts, uploads TO hientruong_app;
GRANT SELECT, INSERT, DELETE ON officer_roles, sign_in_failures, access_tokens, inspection_team, changes TO hientruong_app;
GRANT DELETE ON refresh_tokens, uploads TO hientruong_app;
GRANT SELECT, INSERT ON places, minutes, signatures, submissions TO hientruong_app;

-- Append-only: SELECT, and INSERT by column, so that not even an identity or a transaction id can be forged.
GRANT SELECT ON ledger_entries, ledger_leaves, ledger_checkpoints, refused_acts, access_log TO hientruong_app;
GRANT INSERT (record_id, number, record_kind, act_id, act_type, officer_id, device_id, seq, session_id, made_at,
    received_at, act, act_hash, previous_hash, entry_hash, key_id, receipt_signature, quarantine, verdicts)
    ON ledger_entries TO hientruong_app;
GRANT INSERT (act_id, record_id, act_type, officer_id, device_id, seq, act, act_hash, code) ON refused_acts TO hientruong_app;
GRANT INSERT ON ledger_leaves, ledger_checkpoints TO hientruong_app;
GRANT INSERT (officer_id, session_id, action, record_id, photo_id, address) ON access_log TO hientruong_app;
-- A head moves forward with its record; it may not be deleted, and its number may not go back (trigger below).
GRANT SELECT, INSERT, UPDATE (last_number, last_hash) ON ledger_heads TO hientruong_app;

CREATE FUNCTION head_moves_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.last_number <> OLD.last_number + 1 OR NEW.record_id <> OLD.record_id THEN
        RAISE EXCEPTION 'append_only: a ledger head moves forward by one' USING ERRCODE = 'HT001';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ledger_heads_forward BEFORE UPDATE ON ledger_heads FOR EACH ROW EXECUTE FUNCTION head_moves_forward();
ALTER TABLE ledger_heads ENABLE ALWAYS TRIGGER ledger_heads_forward;

DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['ledger_entries', 'ledger_leaves', 'ledger_checkpoints', 'refused_acts', 'access_log',
                                'places', 'minutes', 'signatures', 'submissions'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION deny_change()', name || '_append_only', name);
        EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION deny_change()', name || '_no_truncate', name);
        EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', name, name || '_append_only');
        EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', name, name || '_no_truncate');
    END LOOP;
    EXECUTE 'CREATE TRIGGER ledger_heads_kept BEFORE DELETE ON ledger_heads FOR EACH ROW EXECUTE FUNCTION deny_change()';
    EXECUTE 'CREATE TRIGGER ledger_heads_no_truncate BEFORE TRUNCATE ON ledger_heads FOR EACH STATEMENT EXECUTE FUNCTION deny_change()';
    EXECUTE 'ALTER TABLE ledger_heads ENABLE ALWAYS TRIGGER ledger_heads_kept';
    EXECUTE 'ALTER TABLE ledger_heads ENABLE ALWAYS TRIGGER ledger_heads_no_truncate';
END $$;

INSERT INTO installation DEFAULT VALUES;
