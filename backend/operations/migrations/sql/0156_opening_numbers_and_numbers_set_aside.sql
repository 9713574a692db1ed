-- Why: on the day a unit begins to work here its registers have numbers on paper already, so they begin behind those. And in an
-- outage papers are numbered on paper, from a range that was set aside and is accounted for number by number. New tables, and a
-- column that may be null with one check and one function of the register: a second for a million numbers.
CREATE TABLE number_openings (
    unit_id uuid NOT NULL REFERENCES units,
    form text NOT NULL,
    year smallint NOT NULL,
    last_number integer NOT NULL CONSTRAINT number_openings_positive CHECK (last_number >= 1),
    reason text NOT NULL,
    act_id uuid NOT NULL,
    opened_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (unit_id, form, year)
);
CREATE TABLE number_ranges (
    id uuid PRIMARY KEY,
    unit_id uuid NOT NULL REFERENCES units,
    form text NOT NULL,
    year smallint NOT NULL,
    first_number integer NOT NULL,
    last_number integer NOT NULL,
    reason text NOT NULL,
    act_id uuid NOT NULL,
    set_aside_by uuid NOT NULL REFERENCES officers,
    set_aside_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT number_ranges_order CHECK (1 <= first_number AND first_number <= last_number),
    CONSTRAINT number_ranges_once UNIQUE (unit_id, form, year, first_number)
);
GRANT SELECT, INSERT ON number_openings, number_ranges TO hientruong_app;

ALTER TABLE document_numbers ADD COLUMN range_id uuid REFERENCES number_ranges;
ALTER TABLE document_numbers DROP CONSTRAINT document_numbers_reserved_for;
ALTER TABLE document_numbers ADD CONSTRAINT document_numbers_reserved_for CHECK (
    state <> 'reserved' OR num_nonnulls(block_id, document_id, range_id) = 1
);
CREATE INDEX document_numbers_range ON document_numbers (range_id) WHERE range_id IS NOT NULL;

-- As before, and: a number that was set aside is on a paper that people hold. If a try to enter that paper was given up, which
-- made the number void, the paper can be entered once more.
CREATE OR REPLACE FUNCTION document_numbers_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.state = 'reserved' AND (OLD.document_id IS NULL OR NEW.document_id = OLD.document_id))
        OR (OLD.state = 'used' AND NEW.state = 'void' AND NEW.document_id = OLD.document_id)
        OR (OLD.state = 'void' AND NEW.state = 'used' AND OLD.block_id IS NOT NULL AND OLD.document_id IS NULL)
        OR (OLD.state = 'void' AND NEW.state = 'used' AND OLD.range_id IS NOT NULL AND OLD.document_id IS NOT NULL)
    THEN
        RETURN NEW;
    END IF;
    IF OLD.state = 'void' AND NEW.state = 'used' AND OLD.block_id IS NULL AND (
        EXISTS (
            SELECT FROM public.number_skips s
            WHERE s.issuer_kind = OLD.issuer_kind AND s.issuer_id = OLD.issuer_id AND s.form = OLD.form AND s.year = OLD.year
                AND OLD.number BETWEEN s.first_number AND s.last_number)
        OR (OLD.number <= public.number_floor(OLD.issuer_kind, OLD.year)
            AND NOT EXISTS (SELECT FROM public.document_sequences q
                WHERE q.unit_id = OLD.issuer_id AND q.form = OLD.form AND q.year = OLD.year)
            AND NOT EXISTS (SELECT FROM public.officer_sequences q
                WHERE q.officer_id = OLD.issuer_id AND q.form = OLD.form AND q.year = OLD.year)))
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'number % of % % cannot go from % to %', OLD.number, OLD.form, OLD.year, OLD.state, NEW.state
        USING ERRCODE = 'restrict_violation';
END
$$;
