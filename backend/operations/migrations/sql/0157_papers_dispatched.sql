-- Why: the clerk dispatches papers once they are signed, and keeps registers of what went out and what came in (Decree 30/2020
-- Arts 15 to 21). New tables only.
CREATE TABLE dispatches (
    act_id uuid PRIMARY KEY,
    document_id uuid NOT NULL REFERENCES documents,
    sent_on date NOT NULL,
    manner text NOT NULL CONSTRAINT dispatches_manner_known CHECK (manner IN ('direct', 'post', 'electronic')),
    recipients text NOT NULL,
    copies integer NOT NULL CONSTRAINT dispatches_copies_positive CHECK (copies >= 1),
    note text,
    dispatched_by uuid NOT NULL REFERENCES officers,
    dispatched_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX dispatches_document ON dispatches (document_id);

CREATE TABLE incoming_papers (
    id uuid PRIMARY KEY,
    unit_id uuid NOT NULL REFERENCES units,
    year smallint NOT NULL,
    number integer NOT NULL CONSTRAINT incoming_papers_positive CHECK (number >= 1),
    received_on date NOT NULL,
    sender text NOT NULL,
    symbol text,
    dated date,
    subject text NOT NULL,
    receiver text NOT NULL,
    note text,
    act_id uuid NOT NULL,
    entered_by uuid NOT NULL REFERENCES officers,
    entered_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT incoming_papers_once UNIQUE (unit_id, year, number)
);
GRANT SELECT, INSERT ON dispatches, incoming_papers TO hientruong_app;
