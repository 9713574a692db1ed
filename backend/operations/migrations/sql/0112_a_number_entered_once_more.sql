-- Why: a number that a restore jumped over stands on a paper that people hold. A try to enter that paper again which was given up before
-- it was in force made the number void for good. One function only.
CREATE OR REPLACE FUNCTION document_numbers_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.state = 'reserved' AND (OLD.document_id IS NULL OR NEW.document_id = OLD.document_id))
        OR (OLD.state = 'used' AND NEW.state = 'void' AND NEW.document_id = OLD.document_id)
        OR (OLD.state = 'void' AND NEW.state = 'used' AND OLD.block_id IS NOT NULL AND OLD.document_id IS NULL)
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
