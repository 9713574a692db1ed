-- Why: the inspection decision is a paper: drafted, previewed, numbered, signed, and found by its code. A new table; one more
-- kind of record that a scan is about; an index of the acts that gave a paper of an inspection its code, of which there is none
-- yet: the ledger is read once while its writers wait, some three seconds for a million entries.

CREATE TABLE decision_papers (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL,                 -- made with the first draft; the inspection itself may not exist yet
    unit_id uuid NOT NULL REFERENCES units,
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,
    form text NOT NULL,
    form_version integer NOT NULL,
    state text NOT NULL CONSTRAINT decision_papers_state_known
        CHECK (state IN ('draft', 'printed', 'awaiting', 'sent_back', 'signed', 'discarded')),
    fields jsonb NOT NULL,
    fields_hash text NOT NULL,
    "order" jsonb,                               -- of a decision: what its fields were filled from
    change jsonb,                                -- the same of one that changes a decision
    subject_name text NOT NULL,
    place text NOT NULL,
    CONSTRAINT decision_papers_filled CHECK (("order" IS NULL) <> (change IS NULL)),
    drafted_by uuid NOT NULL REFERENCES officers,
    drafted_at timestamptz NOT NULL,
    number text,
    issued_on date,
    issued_at timestamptz,
    issued_by uuid REFERENCES officers,
    issuer_name text,
    issuer_title text,
    code text CONSTRAINT decision_papers_code_once UNIQUE,
    sha256 text,
    size bigint,
    pages integer,
    object_key text,
    version_id text,                             -- of the object, once a worker has read it again
    protected_at timestamptz,                    -- when it was locked in the store
    signature_level text,
    scan_id uuid REFERENCES scans,
    scanned_by uuid REFERENCES officers,
    scanned_at timestamptz,
    compared_by uuid REFERENCES officers,
    compared_at timestamptz,
    compared_note text,
    updated_at timestamptz NOT NULL
);
CREATE INDEX decision_papers_of ON decision_papers (inspection_id);
CREATE INDEX decision_papers_1 ON decision_papers (unit_1, updated_at DESC, id);
CREATE INDEX decision_papers_2 ON decision_papers (unit_2, updated_at DESC, id);
CREATE INDEX decision_papers_3 ON decision_papers (unit_3, updated_at DESC, id);
CREATE INDEX decision_papers_drafted ON decision_papers (drafted_by, updated_at DESC);
CREATE INDEX decision_papers_to_protect ON decision_papers (issued_at) WHERE protected_at IS NULL AND object_key IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON decision_papers TO hientruong_app;

ALTER TABLE scans DROP CONSTRAINT scans_record_kind_known;
ALTER TABLE scans ADD CONSTRAINT scans_record_kind_known CHECK (record_kind IN ('case', 'officer', 'inspection')) NOT VALID;
ALTER TABLE scans VALIDATE CONSTRAINT scans_record_kind_known;

CREATE INDEX ledger_entries_paper_code ON ledger_entries ((act::jsonb #>> '{content,code}'))
    WHERE act_type IN ('paper.issued', 'paper.printed');
