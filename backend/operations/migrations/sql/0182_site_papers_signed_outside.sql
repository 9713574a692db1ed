-- Why: a maker signs a paper with a token in his own computer. The bytes that he was given are kept until the signed file comes
-- back. A new table only, empty at first: no time at all.

CREATE TABLE prepared_site_papers (
    written_id uuid PRIMARY KEY,                 -- the act that wrote the minutes or the paper
    inspection_id uuid NOT NULL REFERENCES inspections,
    officer_id uuid NOT NULL REFERENCES officers,
    seen text NOT NULL CONSTRAINT prepared_site_papers_seen_form CHECK (seen ~ '^[0-9a-f]{64}$'),
    content jsonb NOT NULL,
    pdf bytea NOT NULL CONSTRAINT prepared_site_papers_pdf_there CHECK (length(pdf) > 0),
    prepared_at timestamptz NOT NULL
);
CREATE INDEX prepared_site_papers_inspection ON prepared_site_papers (inspection_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON prepared_site_papers TO hientruong_app;
