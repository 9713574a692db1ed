-- Why: the head learned of a draft that waits for a signature, and the team of a decision that was issued or changed, only from lists. They are
-- told at the desk. One check of notices anew, a second for a million.

ALTER TABLE notices DROP CONSTRAINT notices_kind_known;
ALTER TABLE notices ADD CONSTRAINT notices_kind_known
    CHECK (kind IN ('deadline', 'ask', 'person', 'refusals', 'enrolled', 'device', 'device_waits', 'draft', 'case', 'decision', 'inspection'))
    NOT VALID;
ALTER TABLE notices VALIDATE CONSTRAINT notices_kind_known;
