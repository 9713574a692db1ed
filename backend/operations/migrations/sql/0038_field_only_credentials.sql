-- Why: a reset that nobody confirms within four hours opens for work on site alone, until it is confirmed (PRACTICE B5). Nullable
-- columns and one with a constant default; nothing is locked for long.

ALTER TABLE enrolments ADD COLUMN field_only boolean NOT NULL DEFAULT false;
ALTER TABLE enrolments DROP CONSTRAINT enrolments_code_of_ask;
ALTER TABLE enrolments ADD CONSTRAINT enrolments_code_of_ask CHECK (
    CASE WHEN ask_id IS NULL THEN code_hash IS NULL AND NOT field_only ELSE (code_hash IS NULL) = field_only END);
ALTER TABLE credentials ADD COLUMN field_only_ask uuid;   -- the ask that still waits; null where all is open
