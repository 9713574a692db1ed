-- As 0433, for inspections and submissions: writers wait a second for a million rows.
CREATE INDEX inspections_page_4 ON inspections (unit_4, issued_at DESC, id DESC) WHERE unit_4 IS NOT NULL;
CREATE INDEX inspections_state_4 ON inspections (unit_4, state, issued_at DESC, id DESC) WHERE unit_4 IS NOT NULL;
CREATE INDEX inspections_submitted_4 ON inspections (unit_4, submitted_at, id) WHERE unit_4 IS NOT NULL AND state = 'submitted';
CREATE INDEX inspections_no_case_4 ON inspections (unit_4, no_case_since, id) WHERE unit_4 IS NOT NULL AND no_case_since IS NOT NULL;
CREATE INDEX approval_submissions_page_4 ON approval_submissions (unit_4, submitted_at DESC, id DESC) WHERE unit_4 IS NOT NULL;
CREATE INDEX approval_submissions_alive_4 ON approval_submissions (unit_4, id) WHERE unit_4 IS NOT NULL AND state = 'waiting';
