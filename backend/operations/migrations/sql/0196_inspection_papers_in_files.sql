-- Why: the file of a case lists the decisions and minutes of its inspection, which are no papers of the case itself. A new column, empty in all rows
-- there are; no time.
ALTER TABLE case_sheets
    ADD COLUMN inspection_paper text CONSTRAINT case_sheets_of_inspection CHECK (inspection_paper IN ('decision', 'minutes'));
