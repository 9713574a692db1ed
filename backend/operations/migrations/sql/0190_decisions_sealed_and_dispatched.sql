-- Why: the clerk seals and dispatches the papers of inspection decisions too, as those of cases (Decree 30/2020 Arts 17 to 19, 33), and a sheet
-- that was printed before somebody left the team may be entered with that said. New columns, empty, and a new table: no time at all.
ALTER TABLE decision_papers
    ADD COLUMN former_names text,                 -- on the printed sheet, not on the team; one a line
    ADD COLUMN sealed_id uuid REFERENCES scans,   -- the file with both signatures; the officer's own stays where it was
    ADD COLUMN sealed_sha256 text,
    ADD COLUMN sealed_at timestamptz,
    ADD COLUMN sealed_by uuid REFERENCES officers,
    ADD COLUMN seal_name text,
    ADD COLUMN seal_level text;

CREATE TABLE decision_dispatches (
    act_id uuid PRIMARY KEY,
    document_id uuid NOT NULL REFERENCES decision_papers,
    sent_on date NOT NULL,
    manner text NOT NULL CONSTRAINT decision_dispatches_manner_known CHECK (manner IN ('direct', 'post', 'electronic')),
    recipients text NOT NULL,
    copies integer NOT NULL CONSTRAINT decision_dispatches_copies_positive CHECK (copies >= 1),
    note text,
    dispatched_by uuid NOT NULL REFERENCES officers,
    dispatched_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX decision_dispatches_document ON decision_dispatches (document_id);
GRANT SELECT, INSERT ON decision_dispatches TO hientruong_app;
