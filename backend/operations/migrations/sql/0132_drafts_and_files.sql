-- Why: by the newer rule (decision.issued with minutes_flow: 2) minutes have an owner, a supervisor looks at a draft before the first
-- signature and rules on the file after the submission, the team asks to give a visit up and who issued the decision withdraws it.
-- Constant defaults and nulls rewrite nothing. The two checks of inspections and that of rulings are put beside the rows NOT VALID and
-- hold for new rows at once; the old rows satisfied the narrower ones. Locks for a moment, no scan. Three new tables.

ALTER TABLE inspections
    ADD COLUMN minutes_flow smallint NOT NULL DEFAULT 1,
    ADD COLUMN minutes_owner uuid REFERENCES officers,   -- whom the leader named; null: the leader
    ADD COLUMN file_status text CONSTRAINT inspections_file_status_known CHECK (file_status IN
        ('open', 'supplement_asked', 'verifying', 'agreed', 'not_needed', 'taken_over')),
    ADD COLUMN draft_since timestamptz,                  -- a draft waits for an opinion since then; null where none does
    ADD COLUMN withdrawn_at timestamptz,                 -- the server's clock
    ADD COLUMN withdrawn_by uuid REFERENCES officers,
    ADD COLUMN withdrawn_reason text,
    DROP CONSTRAINT inspections_discard_whole,
    ADD CONSTRAINT inspections_discard_whole CHECK (
        -- By the older flow the team's word is the state; by the newer it is a request, and a withdrawal the state.
        CASE WHEN minutes_flow = 2 THEN (state = 'discarded') = (withdrawn_at IS NOT NULL)
             ELSE (state = 'discarded') = (discarded_at IS NOT NULL) END
        AND (discarded_at IS NULL) = (discarded_by IS NULL) AND (discarded_at IS NULL) = (discard_reason IS NULL)
        AND (withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL)) NOT VALID;
CREATE INDEX inspections_draft ON inspections (draft_since, id) WHERE draft_since IS NOT NULL;

ALTER TABLE rulings
    DROP CONSTRAINT rulings_kind_known,
    ADD CONSTRAINT rulings_kind_known CHECK (kind IN ('returned', 'approved', 'refused', 'draft_approved', 'draft_returned',
        'agreed', 'supplement_asked', 'verification_ordered', 'taken_over')) NOT VALID,
    ADD COLUMN noted boolean NOT NULL DEFAULT false;     -- it came after the first signature: seen, nothing follows from it

CREATE TABLE drafts (                                    -- minutes.proposed
    act_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES inspections,
    minutes_id uuid NOT NULL,
    photos jsonb NOT NULL,
    draft text NOT NULL,                                 -- SHA-256 over the two, hex
    officer_id uuid NOT NULL,
    made_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    noted boolean NOT NULL
);
CREATE INDEX drafts_inspection ON drafts (inspection_id, received_at);

CREATE TABLE file_supplements (                          -- file.supplemented
    act_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES inspections,
    asked uuid NOT NULL,
    content jsonb NOT NULL,
    officer_id uuid NOT NULL,
    made_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL
);
CREATE INDEX file_supplements_inspection ON file_supplements (inspection_id, received_at);

CREATE TABLE minutes_set_aside (                         -- minutes.set_aside
    act_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES inspections,
    minutes_id uuid NOT NULL,
    officer_id uuid NOT NULL,
    reason text NOT NULL,
    at timestamptz NOT NULL
);
CREATE UNIQUE INDEX minutes_set_aside_once ON minutes_set_aside (inspection_id, minutes_id);

GRANT SELECT, INSERT ON drafts, file_supplements, minutes_set_aside TO hientruong_app;
DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['drafts', 'file_supplements', 'minutes_set_aside'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION deny_change()', t || '_append_only', t);
        EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION deny_change()', t || '_no_truncate', t);
        EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', t, t || '_append_only');
        EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', t, t || '_no_truncate');
    END LOOP;
END $$;
