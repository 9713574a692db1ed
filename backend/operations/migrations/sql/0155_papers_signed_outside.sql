-- Why: officers sign with the State's token in their own computer, or with a SIM. A paper is prepared with its number, and its
-- bytes are kept until the signed file comes back; a certificate is registered whose key is elsewhere. A new table, and two
-- checks of a small one.
CREATE TABLE prepared_papers (
    document_id uuid PRIMARY KEY REFERENCES documents,
    officer_id uuid NOT NULL REFERENCES officers,
    fields_hash text NOT NULL CONSTRAINT prepared_papers_hash_form CHECK (fields_hash ~ '^[0-9a-f]{64}$'),
    kept jsonb NOT NULL,
    pdf bytea NOT NULL CONSTRAINT prepared_papers_pdf_there CHECK (length(pdf) > 0),
    prepared_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON prepared_papers TO hientruong_app;

ALTER TABLE officer_certificates DROP CONSTRAINT officer_certificates_kind_known;
ALTER TABLE officer_certificates ADD CONSTRAINT officer_certificates_kind_known CHECK (kind IN ('pkcs12', 'pkcs11', 'outside'));
ALTER TABLE officer_certificates DROP CONSTRAINT officer_certificates_key_somewhere;
ALTER TABLE officer_certificates ADD CONSTRAINT officer_certificates_key_somewhere
    CHECK ((sealed_p12 IS NULL) = (kind IN ('pkcs11', 'outside')));
