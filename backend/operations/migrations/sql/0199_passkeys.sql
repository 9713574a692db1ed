-- Why: an officer confirms at the desk who he is by a passkey (WebAuthn) beside a one-time code: nothing to type, and nothing that a false page
-- could ask him for. Rows are kept after a removal, because acts name them. Two new, empty tables.
CREATE TABLE passkeys (
    id uuid PRIMARY KEY,
    officer_id uuid NOT NULL REFERENCES officers,
    credential_id bytea NOT NULL CONSTRAINT passkeys_credential_once UNIQUE
        CONSTRAINT passkeys_credential_size CHECK (length(credential_id) BETWEEN 1 AND 1023),
    public_key bytea NOT NULL,                  -- COSE (RFC 9052)
    name text NOT NULL,
    transports text NOT NULL DEFAULT '',        -- how a browser reaches it, e.g. "internal hybrid"
    synced boolean NOT NULL,                    -- its owner's account carries it to other machines
    sign_count bigint NOT NULL CONSTRAINT passkeys_sign_count_positive CHECK (sign_count >= 0),
    added_at timestamptz NOT NULL,
    last_used_at timestamptz,
    went_back_at timestamptz,                   -- the count went back last: somebody may have a copy of the key
    removed_at timestamptz
);
CREATE INDEX passkeys_live ON passkeys (officer_id) WHERE removed_at IS NULL;
GRANT SELECT, INSERT, UPDATE (synced, sign_count, last_used_at, went_back_at, removed_at) ON passkeys TO hientruong_app;

-- One challenge a session and purpose; taken with the row that holds it, so that it serves once.
CREATE TABLE passkey_challenges (
    session_id uuid NOT NULL REFERENCES desk_sessions,
    purpose text NOT NULL CONSTRAINT passkey_challenges_purpose_known CHECK (purpose IN ('add', 'confirm')),
    challenge bytea NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (session_id, purpose)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON passkey_challenges TO hientruong_app;
