-- Why: a case that was submitted to the chair of a People's Committee waits in a state of its own for the chair's decision, and its
-- exhibits and the execution stay here. The states of all cases are checked while the table is read and written on: a second for a
-- million.

ALTER TABLE cases DROP CONSTRAINT cases_state_known;
ALTER TABLE cases ADD CONSTRAINT cases_state_known CHECK (state IN (
    'info_received', 'info_verifying', 'forwarded', 'planned', 'proposed', 'rejected', 'plan_ready', 'decided', 'expired',
    'not_executed', 'inspecting', 'inspected', 'verifying', 'violation_recorded', 'await_explanation', 'decision_due', 'with_chair',
    'onspot_sanctioned', 'sanctioned', 'remedy_only', 'no_sanction', 'delivered', 'postponed', 'instalment', 'executing',
    'enforcing', 'suspended', 'executed', 'lapsed', 'annulled', 'transferred', 'criminal_transfer', 'closed_no_action',
    'closed_no_violation', 'closed_compliant', 'archived')) NOT VALID;
ALTER TABLE cases VALIDATE CONSTRAINT cases_state_known;

-- A paper that another body made (their violation minutes, a chair's decision) is kept under its maker's number, which no register of
-- ours gave: one of ours may have the same. Papers without an issuer of ours stand outside the unique index; writes of documents wait
-- while it is made, some two seconds for a million.

DROP INDEX documents_number;
CREATE UNIQUE INDEX documents_number ON documents (unit_1, number, form, issued_on)
    WHERE number IS NOT NULL AND issued_by IS NOT NULL;
CREATE INDEX documents_of_others ON documents (number, issued_on) WHERE number IS NOT NULL AND issued_by IS NULL;
