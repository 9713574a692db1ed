-- Why: officers see where they are signed in and end it, and sign in by a recovery code when the phone with their one-time codes is lost.
-- A column with a constant default and a new, empty table: no time at all.
ALTER TABLE desk_sessions ADD COLUMN browser text NOT NULL DEFAULT '';   -- such as "Firefox, Windows"; '' before this migration

CREATE TABLE recovery_codes (
    code_hash bytea PRIMARY KEY CONSTRAINT recovery_codes_hash_size CHECK (length(code_hash) = 32),   -- by a key outside the database
    officer_id uuid NOT NULL REFERENCES officers,
    made_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX recovery_codes_officer ON recovery_codes (officer_id);
GRANT SELECT, INSERT, UPDATE (used_at), DELETE ON recovery_codes TO hientruong_app;
