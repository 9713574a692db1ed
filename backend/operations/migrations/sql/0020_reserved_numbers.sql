-- Why: a paper's number is reserved in one transaction, the paper is signed outside of any, and entered in another (ADR 0014):
-- a time-stamp service or a store that is slow holds no row. A number may so be reserved for a paper and not stand on one yet.
-- Columns that may be null, two checks and an index over the register: a second for a million numbers.

ALTER TABLE document_numbers
    ADD COLUMN fields_hash text,                  -- of the content for which it is reserved: another content gets another number
    ADD COLUMN reserved_at timestamptz,
    ADD COLUMN reserved_by uuid REFERENCES officers;

ALTER TABLE document_numbers DROP CONSTRAINT document_numbers_reserved_for;
ALTER TABLE document_numbers ADD CONSTRAINT document_numbers_reserved_for CHECK (
    state <> 'reserved' OR (block_id IS NOT NULL) <> (document_id IS NOT NULL)
);
ALTER TABLE document_numbers ADD CONSTRAINT document_numbers_reserved_whole CHECK (
    state <> 'reserved' OR document_id IS NULL
    OR (fields_hash ~ '^[0-9a-f]{64}$' AND reserved_at IS NOT NULL AND reserved_by IS NOT NULL)
);

-- A paper bears one number or waits for one, never both, never two.
DROP INDEX document_numbers_document;
CREATE UNIQUE INDEX document_numbers_document ON document_numbers (document_id) WHERE state IN ('used', 'reserved');
CREATE INDEX document_numbers_waiting ON document_numbers (reserved_at) WHERE state = 'reserved' AND document_id IS NOT NULL;

-- As before, and: what is reserved for a paper is that paper's for good, used or void; only when it was last tried may move.
CREATE OR REPLACE FUNCTION document_numbers_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.state = 'reserved' AND (OLD.document_id IS NULL OR NEW.document_id = OLD.document_id))
        OR (OLD.state = 'used' AND NEW.state = 'void' AND NEW.document_id = OLD.document_id)
        OR (OLD.state = 'void' AND NEW.state = 'used' AND OLD.block_id IS NOT NULL AND OLD.document_id IS NULL)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'number % of % % cannot go from % to %', OLD.number, OLD.form, OLD.year, OLD.state, NEW.state
        USING ERRCODE = 'restrict_violation';
END
$$;
