-- Why: inspection minutes (BB-KT, BB-KKT) get their number by an act after all have signed (minutes.numbered). A new table
-- only: no time at all. The old version knows no such act.

CREATE TABLE minutes_numbers (
    act_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES inspections,
    minutes_id uuid NOT NULL CONSTRAINT minutes_numbers_once UNIQUE, -- act of the writing that was signed
    officer_id uuid NOT NULL REFERENCES officers,
    number_text text NOT NULL,                   -- as the paper shows it
    numbered_at timestamptz NOT NULL             -- phone's clock, corrected as far as it is known to be wrong
);
CREATE INDEX minutes_numbers_inspection ON minutes_numbers (inspection_id);
GRANT SELECT, INSERT ON minutes_numbers TO hientruong_app;

CREATE TRIGGER minutes_numbers_append_only BEFORE UPDATE OR DELETE ON minutes_numbers
    FOR EACH ROW EXECUTE FUNCTION deny_change();
CREATE TRIGGER minutes_numbers_no_truncate BEFORE TRUNCATE ON minutes_numbers
    FOR EACH STATEMENT EXECUTE FUNCTION deny_change();
ALTER TABLE minutes_numbers ENABLE ALWAYS TRIGGER minutes_numbers_append_only;
ALTER TABLE minutes_numbers ENABLE ALWAYS TRIGGER minutes_numbers_no_truncate;
