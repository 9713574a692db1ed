-- Why: a photograph's bytes are read again by a job, then protected in the object store; what was found is kept, each time.
-- Adding columns rewrites nothing; the two indexes lock writes to photos while they are built: seconds for a million rows.

-- What stands now. How it came to be is in custody_events.
ALTER TABLE photos
    ADD COLUMN version_id text,                      -- the object's version that was verified: reads name it
    ADD COLUMN verified_at timestamptz,              -- last time when the whole original was read and was right
    ADD COLUMN checked_at timestamptz,               -- last time when somebody looked, whatever came out
    ADD COLUMN retention_mode text,                  -- as the store answered after it was set
    ADD COLUMN retained_until timestamptz,
    ADD COLUMN legal_hold boolean NOT NULL DEFAULT false,
    ADD COLUMN custody_fault text CONSTRAINT photos_custody_fault_known
        CHECK (custody_fault IN ('differs', 'missing', 'overwritten', 'unprotected'));
CREATE INDEX photos_to_verify ON photos (checked_at NULLS FIRST) WHERE stored_at IS NOT NULL;
CREATE INDEX photos_at_fault ON photos (custody_fault) WHERE custody_fault IS NOT NULL;

-- Every look at an original in the store, and every protection given to it. Append-only, timed by the database.
CREATE TABLE custody_events (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    photo_id uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    event text NOT NULL CONSTRAINT custody_events_event_known
        CHECK (event IN ('verified', 'protected', 'differs', 'missing', 'overwritten', 'unprotected')),
    version_id text,                                 -- which version was looked at
    sha256 text,                                     -- as measured, where it could be read
    size bigint,
    retention_mode text,
    retained_until timestamptz,
    legal_hold boolean
);
CREATE INDEX custody_events_photo ON custody_events (photo_id, id);

GRANT SELECT ON custody_events TO hientruong_app;
GRANT INSERT (photo_id, event, version_id, sha256, size, retention_mode, retained_until, legal_hold)
    ON custody_events TO hientruong_app;
CREATE TRIGGER custody_events_append_only BEFORE UPDATE OR DELETE ON custody_events
    FOR EACH ROW EXECUTE FUNCTION deny_change();
CREATE TRIGGER custody_events_no_truncate BEFORE TRUNCATE ON custody_events
    FOR EACH STATEMENT EXECUTE FUNCTION deny_change();
ALTER TABLE custody_events ENABLE ALWAYS TRIGGER custody_events_append_only;
ALTER TABLE custody_events ENABLE ALWAYS TRIGGER custody_events_no_truncate;
