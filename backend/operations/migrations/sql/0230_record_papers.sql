-- Why: inspection plans and information that was received have papers of their own (plans, notices, letters, reports), drafted,
-- signed, compared and dispatched as other papers are. Two new tables; notices may be about such a paper; an index of
-- the acts that gave such a paper its code, of which there is none yet: the ledger is read once while its writers wait, some
-- three seconds for a million entries.

CREATE TABLE record_papers (
    id uuid PRIMARY KEY,
    record_kind text NOT NULL CONSTRAINT record_papers_kind_known CHECK (record_kind IN ('plan', 'information')),
    record_id uuid NOT NULL,
    unit_id uuid NOT NULL REFERENCES units,
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,
    form text NOT NULL,
    form_version integer NOT NULL,
    state text NOT NULL CONSTRAINT record_papers_state_known
        CHECK (state IN ('draft', 'final', 'printed', 'awaiting', 'sent_back', 'signed', 'discarded')),
    fields jsonb NOT NULL,
    fields_hash text NOT NULL,
    about text NOT NULL,
    drafted_by uuid NOT NULL REFERENCES officers,
    drafted_at timestamptz NOT NULL,
    finalised_by uuid REFERENCES officers,
    number text,
    issued_on date,
    issued_at timestamptz,
    issued_by uuid REFERENCES officers,
    issuer_name text,
    issuer_title text,
    code text CONSTRAINT record_papers_code_once UNIQUE,
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
    sealed_id uuid REFERENCES scans,
    sealed_sha256 text,
    sealed_at timestamptz,
    sealed_by uuid REFERENCES officers,
    seal_name text,
    seal_level text,
    updated_at timestamptz NOT NULL
);
CREATE INDEX record_papers_of ON record_papers (record_id, drafted_at, id);
CREATE INDEX record_papers_1 ON record_papers (unit_1, updated_at DESC, id);
CREATE INDEX record_papers_2 ON record_papers (unit_2, updated_at DESC, id);
CREATE INDEX record_papers_3 ON record_papers (unit_3, updated_at DESC, id);
CREATE INDEX record_papers_drafted ON record_papers (drafted_by, updated_at DESC);
CREATE INDEX record_papers_to_protect ON record_papers (issued_at) WHERE protected_at IS NULL AND object_key IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON record_papers TO hientruong_app;

CREATE TABLE record_paper_dispatches (
    id uuid PRIMARY KEY,
    act_id uuid NOT NULL,
    line integer NOT NULL,                       -- its place in the act, from 0
    document_id uuid NOT NULL REFERENCES record_papers,
    recipient text NOT NULL,
    manner text NOT NULL CONSTRAINT record_paper_dispatches_manner_known
        CHECK (manner IN ('direct', 'post', 'electronic', 'posted')),
    sent_on date NOT NULL,
    note text,
    dispatched_by uuid NOT NULL REFERENCES officers,
    dispatched_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT record_paper_dispatches_once UNIQUE (act_id, line)
);
CREATE INDEX record_paper_dispatches_of ON record_paper_dispatches (document_id);
GRANT SELECT, INSERT ON record_paper_dispatches TO hientruong_app;

ALTER TABLE notices DROP CONSTRAINT notices_kind_known;
ALTER TABLE notices ADD CONSTRAINT notices_kind_known CHECK (kind IN ('deadline', 'ask', 'person', 'refusals', 'enrolled', 'device',
    'device_waits', 'draft', 'case', 'decision', 'inspection', 'document', 'exception', 'submission', 'route', 'absence', 'plan', 'information',
    'record_paper')) NOT VALID;
ALTER TABLE notices VALIDATE CONSTRAINT notices_kind_known;

CREATE INDEX ledger_entries_record_paper_code ON ledger_entries ((act::jsonb #>> '{content,code}'))
    WHERE act_type IN ('record_paper.issued', 'record_paper.printed');
