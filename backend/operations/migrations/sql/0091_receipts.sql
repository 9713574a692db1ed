-- Why: one receipt may pay one fine; of two cases that name the same receipt of the same day the second says why. What was recorded
-- before is taken from the ledger. A new table only; ledger_entries are read, not locked.

CREATE TABLE case_receipts (
    case_id uuid NOT NULL REFERENCES cases,
    payment_id uuid NOT NULL,
    number_fold text NOT NULL,                   -- as receipts are compared (backend/cases/contradictions.py, folded)
    paid_on date NOT NULL,
    PRIMARY KEY (case_id, payment_id)            -- the id is the page's: a copied one must not stop another case
);
CREATE INDEX case_receipts_number ON case_receipts (number_fold, paid_on);
GRANT SELECT, INSERT ON case_receipts TO hientruong_app;

INSERT INTO case_receipts (case_id, payment_id, number_fold, paid_on)
SELECT record_id, (content ->> 'payment_id')::uuid,
    rtrim(regexp_replace(btrim(lower(normalize(content ->> 'receipt_number', NFC))), '\s+', ' ', 'g'), '.'),
    (content ->> 'paid_on')::date
FROM (SELECT e.record_id, e.act::jsonb -> 'content' AS content FROM ledger_entries e
      WHERE e.act_type = 'payment.received' AND e.quarantine IS NULL) told
JOIN cases c ON c.id = told.record_id;

CREATE TRIGGER case_receipts_append_only BEFORE UPDATE OR DELETE ON case_receipts FOR EACH ROW EXECUTE FUNCTION deny_change();
CREATE TRIGGER case_receipts_no_truncate BEFORE TRUNCATE ON case_receipts FOR EACH STATEMENT EXECUTE FUNCTION deny_change();
ALTER TABLE case_receipts ENABLE ALWAYS TRIGGER case_receipts_append_only;
ALTER TABLE case_receipts ENABLE ALWAYS TRIGGER case_receipts_no_truncate;
