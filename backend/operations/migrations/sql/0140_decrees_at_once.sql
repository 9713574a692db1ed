-- Why: all behaviours of a decree are published together by two persons, so one act publishes many versions. A new table, and a
-- unique key of a small table that now has two columns: no time at all. The old version publishes one behaviour an act, as before.

CREATE TABLE catalogue_decrees (
    proposal_id uuid NOT NULL,
    event text NOT NULL CONSTRAINT catalogue_decrees_event_known CHECK (event IN ('proposed', 'confirmed', 'declined')),
    record_id uuid NOT NULL,                     -- of the decree
    decree text NOT NULL,                        -- the beginning of its codes
    content jsonb,                               -- what was proposed; null of an answer
    reason text NOT NULL DEFAULT '',             -- of one declined
    act_id uuid NOT NULL,
    officer_id uuid NOT NULL REFERENCES officers,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (proposal_id, event),
    CONSTRAINT catalogue_decrees_act_once UNIQUE (act_id),
    CONSTRAINT catalogue_decrees_whole CHECK ((event = 'proposed') = (content IS NOT NULL))
);
-- One answer only: confirmed or declined.
CREATE UNIQUE INDEX catalogue_decrees_one_answer ON catalogue_decrees (proposal_id) WHERE event <> 'proposed';
CREATE INDEX catalogue_decrees_record ON catalogue_decrees (record_id);
GRANT SELECT, INSERT ON catalogue_decrees TO hientruong_app;

CREATE TRIGGER catalogue_decrees_append_only BEFORE UPDATE OR DELETE ON catalogue_decrees
    FOR EACH ROW EXECUTE FUNCTION deny_change();
CREATE TRIGGER catalogue_decrees_no_truncate BEFORE TRUNCATE ON catalogue_decrees
    FOR EACH STATEMENT EXECUTE FUNCTION deny_change();
ALTER TABLE catalogue_decrees ENABLE ALWAYS TRIGGER catalogue_decrees_append_only;
ALTER TABLE catalogue_decrees ENABLE ALWAYS TRIGGER catalogue_decrees_no_truncate;

ALTER TABLE catalogue_versions DROP CONSTRAINT catalogue_versions_act_once;
ALTER TABLE catalogue_versions ADD CONSTRAINT catalogue_versions_act_once UNIQUE (act_id, code);
