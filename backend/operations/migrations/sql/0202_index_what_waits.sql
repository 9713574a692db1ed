-- Why: my work asks what waits for one officer, in one statement over many tables: papers ready to be signed, printed, not dispatched,
-- requests and devices to approve, exceptions to check. Indexes of the rows that wait, which are few; building them reads each table once, and
-- writers of documents wait some seconds for a million papers.
CREATE INDEX documents_ready ON documents (drafted_at, id) WHERE state = 'content_ready';
CREATE INDEX documents_ready_2 ON documents (unit_2, drafted_at, id) WHERE state = 'content_ready';
CREATE INDEX documents_ready_3 ON documents (unit_3, drafted_at, id) WHERE state = 'content_ready';
CREATE INDEX documents_unsigned_by ON documents (drafted_by) WHERE state IN ('draft', 'content_ready');
CREATE INDEX documents_printed_by ON documents (issued_by) WHERE hand = 'printed' AND state = 'printed';
CREATE INDEX documents_issued_2 ON documents (unit_2, issued_at) WHERE issued_at IS NOT NULL;
CREATE INDEX documents_issued_3 ON documents (unit_3, issued_at) WHERE issued_at IS NOT NULL;
CREATE INDEX decision_papers_open ON decision_papers (unit_2, drafted_at)
    WHERE state IN ('draft', 'printed', 'awaiting', 'sent_back');
CREATE INDEX inspection_proposals_returned ON inspection_proposals (proposed_by) WHERE remarks IS NOT NULL;
CREATE INDEX exceptions_to_check ON exceptions (unit_2, check_by, id) WHERE verdict IS NULL;
CREATE INDEX delegations_unconfirmed ON delegations (unit_1, unit_2) WHERE confirmed_at IS NULL AND ended_on IS NULL;
CREATE INDEX people_asks_waiting ON people_asks (unit_1, asked_at) WHERE state = 'waiting';
CREATE INDEX device_approvals_waiting ON device_approvals (asked_at) WHERE approved_at IS NULL;
CREATE INDEX outside_acts_open ON outside_acts (unit_1, unit_2) WHERE confirmed_at IS NULL;
CREATE INDEX case_sheets_letters ON case_sheets (filed_at) WHERE kind = 'letter' AND file_id IS NOT NULL;
