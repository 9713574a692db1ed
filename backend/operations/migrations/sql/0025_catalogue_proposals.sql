-- Why: a behaviour of the catalogue is published, or withdrawn, by two persons: one proposes, another confirms or declines. What each
-- said is kept, one row an act. A new table only; nothing else is locked.

CREATE TABLE catalogue_proposals (
    proposal_id uuid NOT NULL,
    event text NOT NULL CONSTRAINT catalogue_proposals_event_known CHECK (event IN ('proposed', 'confirmed', 'declined')),
    record_id uuid NOT NULL,                     -- of the behaviour
    code text NOT NULL,
    kind text NOT NULL CONSTRAINT catalogue_proposals_kind_known CHECK (kind IN ('publish', 'withdraw')),
    version integer NOT NULL,                    -- that is to be published or withdrawn
    content jsonb,                               -- what was proposed; null of an answer
    reason text NOT NULL DEFAULT '',             -- of one declined
    act_id uuid NOT NULL,
    officer_id uuid NOT NULL REFERENCES officers,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (proposal_id, event),
    CONSTRAINT catalogue_proposals_act_once UNIQUE (act_id),
    CONSTRAINT catalogue_proposals_whole CHECK ((event = 'proposed') = (content IS NOT NULL))
);
-- One answer only: confirmed or declined.
CREATE UNIQUE INDEX catalogue_proposals_one_answer ON catalogue_proposals (proposal_id) WHERE event <> 'proposed';
CREATE INDEX catalogue_proposals_code ON catalogue_proposals (code, recorded_at);
GRANT SELECT, INSERT ON catalogue_proposals TO hientruong_app;

CREATE TRIGGER catalogue_proposals_append_only BEFORE UPDATE OR DELETE ON catalogue_proposals
    FOR EACH ROW EXECUTE FUNCTION deny_change();
CREATE TRIGGER catalogue_proposals_no_truncate BEFORE TRUNCATE ON catalogue_proposals
    FOR EACH STATEMENT EXECUTE FUNCTION deny_change();
ALTER TABLE catalogue_proposals ENABLE ALWAYS TRIGGER catalogue_proposals_append_only;
ALTER TABLE catalogue_proposals ENABLE ALWAYS TRIGGER catalogue_proposals_no_truncate;
