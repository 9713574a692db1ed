-- Why: a phone sends a small picture of a photograph long before its bytes, so that the desk has something to look at, marked
-- as unchecked; and phones that synced before learn of the form BB-KKT. A new table and some rows: nothing is locked.

-- Not evidence: one row a photograph, gone once the preview of its original is there. What came is kept as it came only until
-- a worker has decoded it apart and made a picture of its own of it, which lies beside the previews.
CREATE TABLE phone_thumbnails (
    photo_id uuid PRIMARY KEY REFERENCES photos,
    sha256 text NOT NULL,                        -- of what came, hex
    received_at timestamptz NOT NULL,
    state text NOT NULL CONSTRAINT phone_thumbnails_state_known CHECK (state IN ('waiting', 'ready', 'unusable')),
    reason text,                                 -- why it cannot be used
    bytes bytea CONSTRAINT phone_thumbnails_bytes_small CHECK (octet_length(bytes) BETWEEN 1 AND 65536),
    CONSTRAINT phone_thumbnails_bytes_wait CHECK ((state = 'waiting') = (bytes IS NOT NULL))
);
GRANT SELECT, INSERT, UPDATE, DELETE ON phone_thumbnails TO hientruong_app;

INSERT INTO changes (officer_id, kind, ref, op) SELECT id, 'form', 'BB-KKT/1', 'put' FROM officers;
