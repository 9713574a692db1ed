-- Why: other systems (a ministry's statistics, a partner's portal) read sums and published law. Each gets an account of its own with an end, a
-- purpose, addresses and an officer who answers for it; its keys are kept as SHA-256 of 256 random bits. New tables only.
CREATE TABLE machine_accounts (
    id uuid PRIMARY KEY,
    unit_id uuid NOT NULL REFERENCES units,         -- whose figures it reads, with those below
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,
    name text NOT NULL,
    purpose text NOT NULL,
    owner_id uuid NOT NULL REFERENCES officers,
    permissions text[] NOT NULL CONSTRAINT machine_accounts_permissions CHECK (permissions <@ ARRAY['figures', 'catalogue'] AND cardinality(permissions) > 0),
    networks text[] NOT NULL CONSTRAINT machine_accounts_networks CHECK (cardinality(networks) > 0),
    expires_on date NOT NULL,
    state text NOT NULL DEFAULT 'asked' CONSTRAINT machine_accounts_state CHECK (state IN ('asked', 'confirmed', 'declined', 'revoked')),
    asked_by uuid NOT NULL REFERENCES officers,
    asked_at timestamptz NOT NULL,
    answered_by uuid REFERENCES officers,           -- who confirmed or declined it
    answered_at timestamptz,
    revoked_at timestamptz,
    last_used_at timestamptz,
    CONSTRAINT machine_accounts_two CHECK (state IN ('asked', 'declined') OR answered_by <> asked_by)
);
CREATE INDEX machine_accounts_newest ON machine_accounts (asked_at DESC, id DESC);
CREATE INDEX machine_accounts_ending ON machine_accounts (expires_on) WHERE state = 'confirmed';
CREATE TABLE machine_keys (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES machine_accounts,
    key_hash bytea NOT NULL CONSTRAINT machine_keys_hash UNIQUE CONSTRAINT machine_keys_hash_length CHECK (length(key_hash) = 32),
    ending text NOT NULL,                           -- its last letters, for people to tell keys apart
    made_by uuid NOT NULL REFERENCES officers,
    made_at timestamptz NOT NULL,
    valid_until timestamptz,                        -- null: as long as the account
    last_used_at timestamptz
);
CREATE INDEX machine_keys_account ON machine_keys (account_id);
CREATE TABLE machine_days (
    account_id uuid NOT NULL REFERENCES machine_accounts,
    day date NOT NULL,                              -- Vietnamese day
    permission text NOT NULL,
    uses integer NOT NULL,
    PRIMARY KEY (account_id, day, permission)
);
CREATE UNLOGGED TABLE machine_turns (
    account_id uuid PRIMARY KEY,
    tokens float8 NOT NULL,
    at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON machine_accounts, machine_keys, machine_days, machine_turns TO hientruong_app;
GRANT UPDATE (state, answered_by, answered_at, revoked_at, last_used_at) ON machine_accounts TO hientruong_app;
GRANT UPDATE (valid_until, last_used_at) ON machine_keys TO hientruong_app;
GRANT UPDATE (uses) ON machine_days TO hientruong_app;
GRANT UPDATE (tokens, at) ON machine_turns TO hientruong_app;

-- One more kind, whatever kinds there are already.
DO $$
DECLARE
    known text;
BEGIN
    SELECT pg_get_expr(conbin, conrelid) INTO STRICT known FROM pg_constraint
        WHERE conname = 'notices_kind_known' AND conrelid = 'notices'::regclass;
    ALTER TABLE notices DROP CONSTRAINT notices_kind_known;
    EXECUTE format('ALTER TABLE notices ADD CONSTRAINT notices_kind_known CHECK (%s OR kind = ''machine'') NOT VALID', known);
    ALTER TABLE notices VALIDATE CONSTRAINT notices_kind_known;
END $$;

-- Accounts lie where their unit lies: one more of the tables that a restructuring rewrites, whatever there are already.
DO $$
BEGIN
    EXECUTE format('CREATE OR REPLACE FUNCTION owned_tables() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE'
        ' SET search_path = pg_catalog, pg_temp AS %L', format('SELECT %L::text[]', owned_tables() || 'machine_accounts'::text));
END $$;
