-- Why: papers may be signed in a list only after their signer opened each of them as it is now. The system keeps who opened which
-- content before a signature; nothing is ever changed or taken away there. A new table, and an index over drafts that wait.
CREATE TABLE document_readings (
    document_id uuid NOT NULL REFERENCES documents,
    officer_id uuid NOT NULL REFERENCES officers,
    fields_hash text NOT NULL CONSTRAINT document_readings_hash_form CHECK (fields_hash ~ '^[0-9a-f]{64}$'),
    opened_at timestamptz NOT NULL,
    CONSTRAINT document_readings_pkey PRIMARY KEY (document_id, officer_id, fields_hash)
);
CREATE INDEX documents_to_sign ON documents (drafted_at, id) WHERE state = 'content_ready';

GRANT SELECT, INSERT ON document_readings TO hientruong_app;
