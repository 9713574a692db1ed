-- Why: an act that the catalogue does not have is recorded by its text and article, its band is stated and confirmed by two
-- persons, and it waits for the catalogue. Two new tables only: no time at all. The old version knows no such act.

CREATE TABLE outside_acts (
    case_id uuid NOT NULL REFERENCES cases,
    code text NOT NULL CONSTRAINT outside_acts_code_of_the_case CHECK (code ~ '^NGOAI-[1-9][0-9]?$'),
    unit_1 uuid NOT NULL,
    unit_2 uuid,
    unit_3 uuid,
    unit_4 uuid,
    name text NOT NULL,                          -- as the minutes have it
    legal_basis text NOT NULL,
    decree text NOT NULL,
    field text NOT NULL,
    statement jsonb,                             -- the last one; null until somebody states the band
    stated_by uuid REFERENCES officers,
    stated_at timestamptz,
    confirmed_by uuid REFERENCES officers,
    confirmed_at timestamptz,
    recorded_at timestamptz NOT NULL,            -- moment of the minutes
    PRIMARY KEY (case_id, code),
    CONSTRAINT outside_acts_stated_whole CHECK ((statement IS NULL) = (stated_by IS NULL)
        AND (statement IS NULL) = (stated_at IS NULL)),
    CONSTRAINT outside_acts_confirmed_whole CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)
        AND (confirmed_by IS NULL OR statement IS NOT NULL)),
    CONSTRAINT outside_acts_two_persons CHECK (confirmed_by IS NULL OR confirmed_by <> stated_by)
);
CREATE INDEX outside_acts_newest ON outside_acts (recorded_at DESC, case_id, code);
GRANT SELECT, INSERT, UPDATE ON outside_acts TO hientruong_app;

CREATE TABLE catalogue_outside (
    act_id uuid PRIMARY KEY,
    record_id uuid NOT NULL,                     -- of the act outside the catalogue
    case_id uuid NOT NULL,                       -- no foreign key: the catalogue knows no cases
    code text NOT NULL,                          -- of the case
    answer text NOT NULL CONSTRAINT catalogue_outside_answer_known CHECK (answer IN ('proposed', 'known', 'declined')),
    catalogue_code text,                         -- of the catalogue
    proposal_id uuid,
    reason text NOT NULL,
    officer_id uuid NOT NULL REFERENCES officers,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT catalogue_outside_whole CHECK ((answer = 'declined') = (catalogue_code IS NULL)
        AND (answer = 'proposed') = (proposal_id IS NOT NULL))
);
CREATE INDEX catalogue_outside_record ON catalogue_outside (record_id);
GRANT SELECT, INSERT ON catalogue_outside TO hientruong_app;

CREATE TRIGGER catalogue_outside_append_only BEFORE UPDATE OR DELETE ON catalogue_outside
    FOR EACH ROW EXECUTE FUNCTION deny_change();
CREATE TRIGGER catalogue_outside_no_truncate BEFORE TRUNCATE ON catalogue_outside
    FOR EACH STATEMENT EXECUTE FUNCTION deny_change();
ALTER TABLE catalogue_outside ENABLE ALWAYS TRIGGER catalogue_outside_append_only;
ALTER TABLE catalogue_outside ENABLE ALWAYS TRIGGER catalogue_outside_no_truncate;
