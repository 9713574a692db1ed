-- Why: what was signed on paper enters as one scan: of a case's paper, of a decision on delegation or on a position. The bytes lie
-- in the object store as originals of photographs do. A new table only; nothing else is locked.

CREATE TABLE scans (
    id uuid PRIMARY KEY,
    record_kind text NOT NULL CONSTRAINT scans_record_kind_known CHECK (record_kind IN ('case', 'officer')),
    record_id uuid NOT NULL,                     -- the case, or the officer whose delegation or position it proves
    subject_id uuid NOT NULL,                    -- the paper of the case; of an officer: he himself
    unit_id uuid NOT NULL REFERENCES units,
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,
    sha256 text NOT NULL,
    size bigint NOT NULL CONSTRAINT scans_size_bounded CHECK (size BETWEEN 1 AND 20000000),
    media_type text NOT NULL CONSTRAINT scans_media_type_known CHECK (media_type IN ('application/pdf', 'image/jpeg')),
    object_key text NOT NULL,
    uploaded_by uuid NOT NULL REFERENCES officers,
    uploaded_at timestamptz NOT NULL DEFAULT now(),
    version_id text,                             -- of the object, once a worker has read it again
    protected_at timestamptz,                    -- when it was locked in the store
    CONSTRAINT scans_once UNIQUE (subject_id, sha256)
);
CREATE INDEX scans_record ON scans (record_id);
CREATE INDEX scans_to_protect ON scans (uploaded_at) WHERE protected_at IS NULL;

-- What a scan is never changes and is never taken away; only that it was locked is noted.
GRANT SELECT, INSERT, UPDATE (version_id, protected_at) ON scans TO hientruong_app;
