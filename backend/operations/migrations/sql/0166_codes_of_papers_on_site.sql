-- Why: minutes of an inspection and papers made on a phone have a public code, which /verify looks up. A new table only: no
-- time at all. Papers that were numbered before have none.

CREATE TABLE site_paper_codes (
    code text PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES inspections,
    act_id uuid NOT NULL CONSTRAINT site_paper_codes_once UNIQUE -- of the number, from which the code follows
);
CREATE INDEX site_paper_codes_inspection ON site_paper_codes (inspection_id);
GRANT SELECT, INSERT ON site_paper_codes TO hientruong_app;

CREATE TRIGGER site_paper_codes_append_only BEFORE UPDATE OR DELETE ON site_paper_codes
    FOR EACH ROW EXECUTE FUNCTION deny_change();
CREATE TRIGGER site_paper_codes_no_truncate BEFORE TRUNCATE ON site_paper_codes
    FOR EACH STATEMENT EXECUTE FUNCTION deny_change();
ALTER TABLE site_paper_codes ENABLE ALWAYS TRIGGER site_paper_codes_append_only;
ALTER TABLE site_paper_codes ENABLE ALWAYS TRIGGER site_paper_codes_no_truncate;
