-- Why: a paper that a phone made has one file, stored once: its maker's, signed with a certificate, or the one that the server
-- sealed. A new table only, empty at first: no time at all.

CREATE TABLE site_paper_files (
    file_id uuid PRIMARY KEY,
    act_id uuid NOT NULL CONSTRAINT site_paper_files_once UNIQUE, -- that entered it
    inspection_id uuid NOT NULL REFERENCES inspections,
    written_id uuid NOT NULL,                    -- the act that wrote the minutes or the paper
    kind text NOT NULL CONSTRAINT site_paper_files_kind_known CHECK (kind IN ('sealed', 'signed')),
    number_text text,
    content_sha256 text NOT NULL,
    signatures jsonb NOT NULL,                   -- the acts of the hand signatures that it shows
    sha256 text NOT NULL,
    size bigint NOT NULL,
    pages integer NOT NULL,
    certificate text NOT NULL,                   -- SHA-256 of the certificate
    signature_level text,
    signer_name text,
    officer_id uuid NOT NULL REFERENCES officers,
    object_key text NOT NULL,
    version_id text,                             -- of the object, once a worker has read it again
    protected_at timestamptz,                    -- when it was locked in the store
    issued_at timestamptz NOT NULL
);
CREATE INDEX site_paper_files_inspection ON site_paper_files (inspection_id);
CREATE INDEX site_paper_files_written ON site_paper_files (written_id);
CREATE UNIQUE INDEX site_paper_files_signed_once ON site_paper_files (written_id) WHERE kind = 'signed';
CREATE INDEX site_paper_files_to_protect ON site_paper_files (issued_at) WHERE protected_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON site_paper_files TO hientruong_app;
