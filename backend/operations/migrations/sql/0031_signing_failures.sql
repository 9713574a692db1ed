-- Why: the passphrase of a signing key could be guessed without limit (60 tries at 106 a second, no wait): tries are counted per
-- officer and certificate, charged before the key is opened. A new table only.

CREATE TABLE signing_failures (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    officer_id uuid NOT NULL REFERENCES officers,
    certificate_id uuid NOT NULL REFERENCES officer_certificates,
    failed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX signing_failures_certificate ON signing_failures (certificate_id, officer_id, failed_at);
CREATE INDEX signing_failures_age ON signing_failures (failed_at);

GRANT SELECT, INSERT, DELETE ON signing_failures TO hientruong_app;
