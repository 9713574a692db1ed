-- Lists of a team, where teams are the fourth level (below provincial departments of industry and trade): the indexes
-- of the third level once more, for rows that have a fourth. Until units are moved there is none, and each index is
-- empty. Writers of cases, case_clocks and documents wait a second for a million rows.
CREATE INDEX cases_page_4 ON cases (unit_4, opened_at DESC, id DESC) WHERE unit_4 IS NOT NULL;
CREATE INDEX cases_state_4 ON cases (unit_4, state, opened_at DESC, id DESC) WHERE unit_4 IS NOT NULL;
CREATE INDEX case_clocks_due_4 ON case_clocks (unit_4, due_at, case_id, rule, subject)
    WHERE unit_4 IS NOT NULL AND met_at IS NULL AND moot_at IS NULL AND watched;
CREATE INDEX documents_page_4 ON documents (unit_4, drafted_at DESC, id DESC) WHERE unit_4 IS NOT NULL;
CREATE INDEX documents_ready_4 ON documents (unit_4, drafted_at, id) WHERE unit_4 IS NOT NULL AND state = 'content_ready';
