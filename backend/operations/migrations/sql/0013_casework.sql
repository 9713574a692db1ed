-- Why: casework. A case is a record of the ledger; these tables are what its book folds, to list, to search and to scope by.
-- New tables only; nothing else is locked.

CREATE TABLE cases (
    id uuid PRIMARY KEY,
    number text NOT NULL,
    unit_id uuid NOT NULL REFERENCES units,
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,
    state text NOT NULL CONSTRAINT cases_state_known CHECK (state IN (
        'info_received', 'info_verifying', 'forwarded', 'planned', 'proposed', 'rejected', 'plan_ready', 'decided', 'expired',
        'not_executed', 'inspecting', 'inspected', 'verifying', 'violation_recorded', 'await_explanation', 'decision_due',
        'onspot_sanctioned', 'sanctioned', 'remedy_only', 'no_sanction', 'delivered', 'postponed', 'instalment', 'executing',
        'enforcing', 'suspended', 'executed', 'lapsed', 'transferred', 'criminal_transfer', 'closed_no_action',
        'closed_no_violation', 'closed_compliant', 'archived')),
    rule_set text NOT NULL,                      -- day from which the rules apply that it is handled under
    opened_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    lead_id uuid NOT NULL REFERENCES officers,
    inspection_id uuid REFERENCES inspections,
    subject_id uuid REFERENCES subjects,
    subject_name text,                           -- null while information names nobody
    subject_fold text,
    subject_tax_code text,
    subject_identity text,
    subject_address text,
    subject_address_fold text,
    behaviours jsonb NOT NULL DEFAULT '[]',      -- codes of the catalogue in the violation minutes
    recorded_at timestamptz,                     -- violation minutes
    sanctioned_on date,
    decision_number text,                        -- of the sanction decision
    fine_total_vnd bigint NOT NULL DEFAULT 0,    -- as decided, less what was reduced
    paid_total_vnd bigint NOT NULL DEFAULT 0,
    exhibits_held integer NOT NULL DEFAULT 0,
    executed_at date,
    archived_at date,
    sheets integer NOT NULL DEFAULT 0,           -- last sheet number (bút lục)
    CONSTRAINT cases_number_unique UNIQUE (number)
) WITH (fillfactor = 80);
CREATE INDEX cases_page_1 ON cases (unit_1, opened_at DESC, id DESC);
CREATE INDEX cases_page_2 ON cases (unit_2, opened_at DESC, id DESC);
CREATE INDEX cases_page_3 ON cases (unit_3, opened_at DESC, id DESC);
CREATE INDEX cases_state_2 ON cases (unit_2, state, opened_at DESC, id DESC);
CREATE INDEX cases_state_3 ON cases (unit_3, state, opened_at DESC, id DESC);
CREATE INDEX cases_inspection ON cases (inspection_id) WHERE inspection_id IS NOT NULL;
CREATE INDEX cases_subject ON cases (subject_id) WHERE subject_id IS NOT NULL;
CREATE INDEX cases_tax_code ON cases (subject_tax_code) WHERE subject_tax_code IS NOT NULL;
CREATE INDEX cases_identity ON cases (subject_identity) WHERE subject_identity IS NOT NULL;
CREATE INDEX cases_subject_fold ON cases USING gin (subject_fold gin_trgm_ops);
CREATE INDEX cases_address_fold ON cases USING gin (subject_address_fold gin_trgm_ops);

-- Who works on a case, and may see it for that.
CREATE TABLE case_officers (
    case_id uuid NOT NULL REFERENCES cases,
    officer_id uuid NOT NULL REFERENCES officers,
    role text NOT NULL CONSTRAINT case_officers_role_known CHECK (role IN ('lead', 'member', 'verifier', 'receiver')),
    PRIMARY KEY (case_id, officer_id)
);
CREATE INDEX case_officers_officer ON case_officers (officer_id, case_id);

-- Papers of a case. The fields of each drafting stand in the ledger; here is the one in force.
CREATE TABLE documents (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES cases,
    unit_id uuid NOT NULL REFERENCES units,
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,
    form text NOT NULL,
    form_version integer NOT NULL,
    state text NOT NULL CONSTRAINT documents_state_known CHECK (state IN
        ('draft', 'content_ready', 'signed', 'delivered', 'replaced', 'cancelled', 'discarded')),
    fields jsonb NOT NULL,
    fields_hash text NOT NULL,                   -- SHA-256 of their RFC 8785 form
    drafted_by uuid NOT NULL REFERENCES officers,
    drafted_at timestamptz NOT NULL,
    number text,
    issued_on date,
    issued_at timestamptz,
    issued_by uuid REFERENCES officers,
    issuer_name text,
    issuer_title text,
    code text,                                   -- public: /verify/<code>
    sha256 text,
    size bigint,
    pages integer,
    object_key text,                             -- null for a paper of the phone: it is laid out when asked for
    version_id text,                             -- of the object, once a worker has read it again
    protected_at timestamptz,                    -- when it was locked in the store
    signature_level text,
    signer_name text,
    party_name text,
    field_document boolean NOT NULL DEFAULT false, -- made on a phone, in its inspection's record
    delivered_on date,
    replaces uuid REFERENCES documents,
    replaced_by uuid REFERENCES documents,
    cancelled_by uuid REFERENCES documents,
    first_sheet integer,
    CONSTRAINT documents_code_unique UNIQUE (code),
    CONSTRAINT documents_issued_whole CHECK ((number IS NULL) = (issued_at IS NULL))
);
CREATE INDEX documents_to_protect ON documents (issued_at) WHERE object_key IS NOT NULL AND protected_at IS NULL;
CREATE INDEX documents_case ON documents (case_id, drafted_at);
CREATE UNIQUE INDEX documents_number ON documents (unit_1, number, form, issued_on) WHERE number IS NOT NULL;

CREATE TABLE exhibits (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES cases,
    position integer NOT NULL,                   -- its line on the list
    state text NOT NULL CONSTRAINT exhibits_state_known CHECK (state IN
        ('seized', 'returned', 'confiscated', 'destroyed', 'sold', 'transferred')),
    content jsonb NOT NULL,                      -- as it was listed
    keeper text NOT NULL,
    place text NOT NULL,
    seal text,                                   -- number of the seal that is on it now
    seized_at timestamptz NOT NULL,
    until date                                   -- of the seizure, once it is decided
);
CREATE INDEX exhibits_case ON exhibits (case_id, position);

-- The file's contents list: one row a paper, numbered once by order of receipt, never again (Circular 27/2020 Art 26).
CREATE TABLE case_sheets (
    case_id uuid NOT NULL REFERENCES cases,
    first_sheet integer NOT NULL CONSTRAINT case_sheets_from_one CHECK (first_sheet > 0),
    last_sheet integer NOT NULL,
    title text NOT NULL,
    number text,
    issued_on date,
    document_id uuid,
    act_id uuid NOT NULL,
    filed_at timestamptz NOT NULL,
    PRIMARY KEY (case_id, first_sheet),
    CONSTRAINT case_sheets_in_order CHECK (last_sheet >= first_sheet)
);

-- Who gave information in secret (Circular 27/2020 Arts 27, 37): sealed by the server's key, in no act, found by no search.
CREATE TABLE case_informants (
    case_id uuid PRIMARY KEY REFERENCES cases,
    sealed bytea NOT NULL,
    entered_by uuid NOT NULL REFERENCES officers,
    entered_at timestamptz NOT NULL DEFAULT now()
);

GRANT SELECT, INSERT, UPDATE ON cases, documents, exhibits TO hientruong_app;
GRANT SELECT, INSERT, DELETE ON case_officers TO hientruong_app;
GRANT SELECT, INSERT ON case_sheets, case_informants TO hientruong_app;

DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['case_sheets', 'case_informants'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION deny_change()', name || '_append_only', name);
        EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION deny_change()', name || '_no_truncate', name);
        EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', name, name || '_append_only');
        EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', name, name || '_no_truncate');
    END LOOP;
END $$;
