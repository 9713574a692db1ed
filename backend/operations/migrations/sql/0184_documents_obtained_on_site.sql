-- Why: a team obtains letters, licences, recordings on site and files them from the phone, without a signal too. A new table; their
-- bytes are rows of scans, as those of documents filed in a case: a check of scans is made anew and holds for all rows there are.

CREATE TABLE filed_documents (
    id uuid PRIMARY KEY,                         -- made on the phone; its scan, once the bytes are here, has the same
    act_id uuid NOT NULL CONSTRAINT filed_documents_act_once UNIQUE,
    inspection_id uuid NOT NULL REFERENCES inspections,
    unit_id uuid NOT NULL REFERENCES units,
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,
    number bigint NOT NULL,                      -- the entry's number: order of filing
    officer_id uuid NOT NULL REFERENCES officers,
    device_id uuid,
    sha256 text NOT NULL CONSTRAINT filed_documents_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size bigint NOT NULL,
    media_type text NOT NULL,                    -- as the phone said
    file_name text NOT NULL,
    way text NOT NULL,
    sheets integer NOT NULL,
    title text NOT NULL,
    kind text NOT NULL,
    issued_on date,
    sender text,
    symbol text,
    proves text,
    proves_fact text,
    place jsonb,
    made_at timestamptz NOT NULL,                -- phone's clock
    received_at timestamptz NOT NULL,
    addendum boolean NOT NULL DEFAULT false,     -- came after a submission
    quarantine text,                             -- code, null once admitted
    dismissed boolean NOT NULL DEFAULT false,
    struck_reason text,
    struck_at timestamptz,
    scan_id uuid REFERENCES scans                -- null until its bytes are in the store and were read back
);
CREATE INDEX filed_documents_inspection ON filed_documents (inspection_id, number);
CREATE INDEX filed_documents_waiting ON filed_documents (officer_id, sha256) WHERE scan_id IS NULL;
GRANT SELECT, INSERT, UPDATE (addendum, quarantine, dismissed, struck_reason, struck_at, scan_id) ON filed_documents TO hientruong_app;

ALTER TABLE scans
    DROP CONSTRAINT scans_filed_in_a_case,
    ADD CONSTRAINT scans_filed CHECK (file_name IS NULL OR (record_kind = 'case' AND subject_id = record_id)
        OR (record_kind = 'inspection' AND subject_id = id));
