-- Why: a search of papers of cases walks the newest of a unit, as lists of cases and inspections do. Writers of papers wait while the
-- indexes are made, a second for a million; readers do not.
CREATE INDEX documents_page_1 ON documents (unit_1, drafted_at DESC, id DESC);
CREATE INDEX documents_page_2 ON documents (unit_2, drafted_at DESC, id DESC);
CREATE INDEX documents_page_3 ON documents (unit_3, drafted_at DESC, id DESC);
