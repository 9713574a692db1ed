-- Why: behaviours are published by version, never overwritten; a party's earlier inspections and cases are found by tax code and
-- address; and a phone hears that a case of a business moved. A new table; two indexes on inspections, built while its writes
-- wait: some three seconds for a million; a trigger on cases.

-- One row an act: that a version was published, or that it was withdrawn. What is doubtful about it stays with it.
CREATE TABLE catalogue_versions (
    record_id uuid NOT NULL,                     -- uuid5 of the code
    code text NOT NULL,
    version integer NOT NULL CONSTRAINT catalogue_versions_from_one CHECK (version > 0),
    event text NOT NULL CONSTRAINT catalogue_versions_event_known CHECK (event IN ('published', 'withdrawn')),
    valid_from date,                             -- of one published: its first day
    valid_to date,                               -- first day no longer; of one withdrawn that day, else null where it is open
    content jsonb,                               -- as it was published; null of a withdrawal
    check_vi text NOT NULL DEFAULT '',
    check_en text NOT NULL DEFAULT '',
    note text NOT NULL,
    act_id uuid NOT NULL,
    officer_id uuid NOT NULL REFERENCES officers,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (code, version, event),
    CONSTRAINT catalogue_versions_act_once UNIQUE (act_id),
    CONSTRAINT catalogue_versions_check_in_both CHECK ((check_vi = '') = (check_en = '')),
    CONSTRAINT catalogue_versions_whole CHECK (
        (event = 'published') = (content IS NOT NULL) AND (event = 'published') = (valid_from IS NOT NULL)
        AND (event = 'published' OR valid_to IS NOT NULL))
);
CREATE INDEX catalogue_versions_record ON catalogue_versions (record_id);
GRANT SELECT, INSERT ON catalogue_versions TO hientruong_app;

CREATE TRIGGER catalogue_versions_append_only BEFORE UPDATE OR DELETE ON catalogue_versions
    FOR EACH ROW EXECUTE FUNCTION deny_change();
CREATE TRIGGER catalogue_versions_no_truncate BEFORE TRUNCATE ON catalogue_versions
    FOR EACH STATEMENT EXECUTE FUNCTION deny_change();
ALTER TABLE catalogue_versions ENABLE ALWAYS TRIGGER catalogue_versions_append_only;
ALTER TABLE catalogue_versions ENABLE ALWAYS TRIGGER catalogue_versions_no_truncate;

-- Who was inspected before: by tax code as the decision names it, and at which address.
CREATE INDEX inspections_tax_code ON inspections ((decision -> 'subject' ->> 'tax_code'))
    WHERE decision -> 'subject' ->> 'tax_code' IS NOT NULL;
CREATE INDEX inspections_address_fold ON inspections USING gin (fold(subject_address) gin_trgm_ops);

-- What a phone is told of a business's cases: that there is one, its state, its fine and what is paid of it.
CREATE TRIGGER cases_begin_history AFTER INSERT ON cases
    FOR EACH ROW WHEN (NEW.subject_id IS NOT NULL) EXECUTE FUNCTION history_changed();
CREATE TRIGGER cases_move_history AFTER UPDATE ON cases
    FOR EACH ROW WHEN (NEW.subject_id IS NOT NULL AND (
        NEW.state <> OLD.state OR NEW.subject_id IS DISTINCT FROM OLD.subject_id OR NEW.sanctioned_on IS DISTINCT FROM OLD.sanctioned_on
        OR NEW.decision_number IS DISTINCT FROM OLD.decision_number OR NEW.fine_total_vnd <> OLD.fine_total_vnd
        OR NEW.paid_total_vnd <> OLD.paid_total_vnd OR NEW.executed_at IS DISTINCT FROM OLD.executed_at))
    EXECUTE FUNCTION history_changed();
