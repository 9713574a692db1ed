-- Why: papers that an inspector makes on site besides the inspection minutes (violation MBB01, seizure MBB15, sealing MBB26):
-- their writings, the signatures under each, and the number; and phones that synced before learn of the forms. New tables and
-- some rows: nothing is locked.

-- A paper as it stands. Written by the fold of document.* acts alone; the path is a copy, as everywhere.
CREATE TABLE field_documents (
    document_id uuid PRIMARY KEY,                -- made on the phone
    inspection_id uuid NOT NULL REFERENCES inspections,
    unit_id uuid NOT NULL REFERENCES units,
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,
    form text NOT NULL,
    form_version integer NOT NULL,
    fields jsonb NOT NULL,
    written_id uuid NOT NULL,                    -- act of the writing in force
    officer_id uuid NOT NULL REFERENCES officers, -- who wrote it last
    written_at timestamptz NOT NULL,             -- phone's clock
    number_act uuid,                             -- act of its number
    number_text text,                            -- as the paper shows it
    number integer,
    number_year smallint,
    block_id uuid,
    numbered_at timestamptz,                     -- phone's clock: the number is given after the last signature
    updated_at timestamptz NOT NULL,             -- server's clock
    CONSTRAINT field_documents_number_whole CHECK (
        (number_act IS NULL) = (number_text IS NULL) AND (number_act IS NULL) = (number IS NULL)
        AND (number_act IS NULL) = (number_year IS NULL) AND (number_act IS NULL) = (block_id IS NULL)
        AND (number_act IS NULL) = (numbered_at IS NULL))
);
CREATE INDEX field_documents_inspection ON field_documents (inspection_id);
-- Circular 22/2021 Art 6: a number is never used twice.
CREATE UNIQUE INDEX field_documents_number_once ON field_documents (block_id, number) WHERE number IS NOT NULL;

CREATE TABLE document_writings (
    act_id uuid PRIMARY KEY,
    document_id uuid NOT NULL,
    inspection_id uuid NOT NULL REFERENCES inspections,
    number bigint NOT NULL,                      -- the entry's number in the record: order of writing
    officer_id uuid NOT NULL,
    form text NOT NULL,
    form_version integer NOT NULL,
    fields jsonb NOT NULL,
    made_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL
);
CREATE INDEX document_writings_inspection ON document_writings (inspection_id, number);

CREATE TABLE document_signatures (
    act_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES inspections,
    written_id uuid NOT NULL,                    -- the writing it stands under, and no other
    officer_id uuid NOT NULL,                    -- on whose phone it was given
    role text NOT NULL,
    name text NOT NULL,
    drawing jsonb,
    refusal jsonb,
    made_at timestamptz NOT NULL,
    CONSTRAINT document_signatures_drawing_or_refusal CHECK ((drawing IS NULL) <> (refusal IS NULL))
);
CREATE INDEX document_signatures_inspection ON document_signatures (inspection_id, written_id);

GRANT SELECT, INSERT, UPDATE (form, form_version, fields, written_id, officer_id, written_at, number_act, number_text, number,
    number_year, block_id, numbered_at, updated_at) ON field_documents TO hientruong_app;
GRANT SELECT, INSERT ON document_writings, document_signatures TO hientruong_app;

DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['document_writings', 'document_signatures'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION deny_change()', name || '_append_only', name);
        EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION deny_change()', name || '_no_truncate', name);
        EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', name, name || '_append_only');
        EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', name, name || '_no_truncate');
    END LOOP;
END $$;

INSERT INTO changes (officer_id, kind, ref, op)
SELECT o.id, 'form', f.ref, 'put' FROM officers o, unnest(ARRAY['MBB01/1', 'MBB15/1', 'MBB26/1']) AS f (ref);
