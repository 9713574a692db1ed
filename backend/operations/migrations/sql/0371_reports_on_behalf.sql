-- Why: a unit above makes the report of one that is closed, has nobody to head it, or is late; who took it over and why stands with the
-- report, and auditors list those. New columns without a default: nothing is rewritten. The index has those reports alone.
ALTER TABLE reports
    ADD COLUMN behalf_by uuid REFERENCES officers,
    ADD COLUMN behalf_at timestamptz,
    ADD COLUMN behalf_why text,
    ADD COLUMN behalf_reason text,
    ADD CONSTRAINT reports_behalf_whole CHECK (num_nonnulls(behalf_by, behalf_at, behalf_why, behalf_reason) IN (0, 4)),
    ADD CONSTRAINT reports_behalf_known CHECK (behalf_why IN ('closed', 'absent', 'late'));
CREATE INDEX reports_on_behalf ON reports (last_day DESC, id DESC) WHERE behalf_by IS NOT NULL;
