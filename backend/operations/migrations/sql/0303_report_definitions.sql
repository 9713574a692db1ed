-- Why: which figures stand in which table of a report is data that two people publish, because the annexes of the circulars were
-- not found and change. One row is a draft with its answer; a published one is a version. New, empty table.
CREATE TABLE report_definition_drafts (
    draft_id uuid PRIMARY KEY,
    record_id uuid NOT NULL,
    code text NOT NULL,
    content jsonb NOT NULL,
    drafted_by uuid NOT NULL REFERENCES officers,
    drafted_at timestamptz NOT NULL,
    answer text CONSTRAINT report_definition_drafts_answer CHECK (answer IN ('published', 'declined')),
    answered_by uuid REFERENCES officers,
    answered_at timestamptz,
    reason text,
    version integer,
    ends_on date,
    CONSTRAINT report_definition_drafts_answered CHECK (
        (answer IS NULL) = (answered_by IS NULL) AND (answer IS NULL) = (answered_at IS NULL)
    ),
    CONSTRAINT report_definition_drafts_declined CHECK ((answer IS NOT DISTINCT FROM 'declined') = (reason IS NOT NULL)),
    CONSTRAINT report_definition_drafts_version CHECK (
        (version IS NOT NULL) = (answer IS NOT DISTINCT FROM 'published' AND ends_on IS NULL)
    ),
    CONSTRAINT report_definition_drafts_two_persons CHECK (answer IS DISTINCT FROM 'published' OR answered_by <> drafted_by),
    CONSTRAINT report_definition_drafts_numbered UNIQUE (record_id, version)
);
-- One draft at a time waits for its second person.
CREATE UNIQUE INDEX report_definition_drafts_waiting ON report_definition_drafts (record_id) WHERE answer IS NULL;
GRANT SELECT, INSERT ON report_definition_drafts TO hientruong_app;
-- What a draft says can be changed by nobody.
GRANT UPDATE (answer, answered_by, answered_at, reason, version) ON report_definition_drafts TO hientruong_app;
