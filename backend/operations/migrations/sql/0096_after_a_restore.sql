-- Why: checkpoints lie outside of the database too, and the worker that writes them must be able to say that what it found there is of
-- another ledger. And numbers that the lost part may have given away are never given again. New tables and triggers on the sequences only.

CREATE TABLE ledger_outside (
    only_row boolean PRIMARY KEY DEFAULT true CONSTRAINT ledger_outside_is_one_row CHECK (only_row),
    log_id uuid NOT NULL,
    size bigint NOT NULL,                          -- of the newest checkpoint that was written outside, or found there
    looked_at timestamptz NOT NULL,
    fault text CONSTRAINT ledger_outside_fault_known CHECK (fault IN ('newer', 'forked', 'other_log')),
    found_size bigint,
    found_log uuid
);
GRANT SELECT, INSERT, UPDATE ON ledger_outside TO hientruong_app;

-- Numbers that a restore jumped over: nobody gives them any more. One that stands on a paper is valid when the paper arrives.
CREATE TABLE number_skips (
    issuer_kind text NOT NULL CONSTRAINT number_skips_issuer_known CHECK (issuer_kind IN ('unit', 'officer')),
    issuer_id uuid NOT NULL,
    form text NOT NULL,
    year smallint NOT NULL,
    first_number integer NOT NULL,
    last_number integer NOT NULL,
    skipped_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (issuer_kind, issuer_id, form, year, first_number),
    CONSTRAINT number_skips_order CHECK (1 <= first_number AND first_number <= last_number)
);
GRANT SELECT, INSERT ON number_skips TO hientruong_app;

-- How far a sequence jumps that begins after the restore: the lost part may have begun it.
CREATE TABLE number_floors (
    era integer NOT NULL,
    issuer_kind text NOT NULL CONSTRAINT number_floors_issuer_known CHECK (issuer_kind IN ('unit', 'officer')),
    year smallint NOT NULL,
    size integer NOT NULL CONSTRAINT number_floors_size_positive CHECK (size > 0),
    PRIMARY KEY (era, issuer_kind, year)
);
GRANT SELECT ON number_floors TO hientruong_app;

CREATE FUNCTION number_floor(of_kind text, of_year smallint) RETURNS integer LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT COALESCE(sum(f.size), 0) FROM public.number_floors f WHERE f.issuer_kind = of_kind AND f.year = of_year);
END $$;

-- By triggers, so that whoever begins a sequence, an older version too, cannot forget it.
CREATE FUNCTION sequence_begins_behind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.last_number := NEW.last_number + public.number_floor(TG_ARGV[0], NEW.year);
    RETURN NEW;
END $$;
CREATE TRIGGER document_sequences_begin_behind BEFORE INSERT ON document_sequences
    FOR EACH ROW EXECUTE FUNCTION sequence_begins_behind('unit');
CREATE TRIGGER officer_sequences_begin_behind BEFORE INSERT ON officer_sequences
    FOR EACH ROW EXECUTE FUNCTION sequence_begins_behind('officer');

CREATE FUNCTION sequence_has_begun() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE floor integer := public.number_floor(TG_ARGV[0], NEW.year);
BEGIN
    IF floor > 0 THEN
        INSERT INTO public.number_skips (issuer_kind, issuer_id, form, year, first_number, last_number)
        VALUES (TG_ARGV[0], CASE TG_ARGV[0] WHEN 'unit' THEN (to_jsonb(NEW) ->> 'unit_id')::uuid
            ELSE (to_jsonb(NEW) ->> 'officer_id')::uuid END, NEW.form, NEW.year, 1, floor);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER document_sequences_have_begun AFTER INSERT ON document_sequences
    FOR EACH ROW EXECUTE FUNCTION sequence_has_begun('unit');
CREATE TRIGGER officer_sequences_have_begun AFTER INSERT ON officer_sequences
    FOR EACH ROW EXECUTE FUNCTION sequence_has_begun('officer');

DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['number_skips', 'number_floors'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION deny_change()', name || '_append_only', name);
        EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION deny_change()', name || '_no_truncate', name);
        EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', name, name || '_append_only');
        EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', name, name || '_no_truncate');
    END LOOP;
END $$;
