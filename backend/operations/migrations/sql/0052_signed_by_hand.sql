-- Why: a paper that is signed by hand is printed, scanned and compared by a second person. What the older rules issued without a
-- scan keeps its force, and is marked so that it can be listed. The check on states is made anew and validated apart: no long lock.

ALTER TABLE documents
    ADD COLUMN hand text CONSTRAINT documents_hand_known CHECK (hand IN ('printed', 'waits', 'older', 'compared')),
    ADD COLUMN scan_id uuid REFERENCES scans,
    ADD COLUMN scanned_by uuid REFERENCES officers,
    ADD COLUMN scanned_at timestamptz,           -- when the scan that stands came
    ADD COLUMN compared_by uuid REFERENCES officers,
    ADD COLUMN compared_at timestamptz,          -- when somebody last said whether the scan is what was printed
    ADD COLUMN compared_note text;               -- how they differed, where they did
ALTER TABLE documents DROP CONSTRAINT documents_state_known;
ALTER TABLE documents ADD CONSTRAINT documents_state_known CHECK (state IN
    ('draft', 'content_ready', 'printed', 'signed', 'delivered', 'replaced', 'cancelled', 'discarded')) NOT VALID;
ALTER TABLE documents VALIDATE CONSTRAINT documents_state_known;

UPDATE documents SET hand = 'older' WHERE signature_level = 'none' AND number IS NOT NULL;
-- A printed code leads to the act that issued the paper, or that printed it; in the place of the index on the first alone.
CREATE INDEX ledger_entries_given_code ON ledger_entries ((act::jsonb #>> '{content,code}'))
    WHERE act_type IN ('document.issued', 'document.printed');
DROP INDEX IF EXISTS ledger_entries_public_code;
CREATE INDEX documents_by_hand ON documents (issued_at, id) WHERE hand IN ('printed', 'waits', 'older');
