-- Why: a case whose decision was cancelled whole (MQĐ40) stands in a state of its own, from which a new decision or the archive
-- follows. The states of all cases are checked while the table is read and written on: a second for a million.

ALTER TABLE cases DROP CONSTRAINT cases_state_known;
ALTER TABLE cases ADD CONSTRAINT cases_state_known CHECK (state IN (
    'info_received', 'info_verifying', 'forwarded', 'planned', 'proposed', 'rejected', 'plan_ready', 'decided', 'expired',
    'not_executed', 'inspecting', 'inspected', 'verifying', 'violation_recorded', 'await_explanation', 'decision_due',
    'onspot_sanctioned', 'sanctioned', 'remedy_only', 'no_sanction', 'delivered', 'postponed', 'instalment', 'executing',
    'enforcing', 'suspended', 'executed', 'lapsed', 'annulled', 'transferred', 'criminal_transfer', 'closed_no_action',
    'closed_no_violation', 'closed_compliant', 'archived')) NOT VALID;
ALTER TABLE cases VALIDATE CONSTRAINT cases_state_known;
