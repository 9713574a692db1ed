-- Why: what came in is often filed in a case as it came. A line of the register of incoming papers leads to that document. A new
-- column, empty in all rows there are.
ALTER TABLE incoming_papers
    ADD COLUMN file_id uuid REFERENCES scans,
    ADD CONSTRAINT incoming_papers_file_once UNIQUE (unit_id, file_id);
