-- Notices may be about a plan or about information that came in.
ALTER TABLE notices DROP CONSTRAINT notices_kind_known;
ALTER TABLE notices ADD CONSTRAINT notices_kind_known CHECK (kind IN ('deadline', 'ask', 'person', 'refusals', 'enrolled', 'device',
    'device_waits', 'draft', 'case', 'decision', 'inspection', 'document', 'exception', 'submission', 'route', 'absence', 'plan', 'information')) NOT VALID;
ALTER TABLE notices VALIDATE CONSTRAINT notices_kind_known;
-- So may scans be of their papers.
ALTER TABLE scans DROP CONSTRAINT scans_record_kind_known;
ALTER TABLE scans ADD CONSTRAINT scans_record_kind_known CHECK (record_kind IN ('case', 'officer', 'inspection', 'submission', 'plan', 'information')) NOT VALID;
ALTER TABLE scans VALIDATE CONSTRAINT scans_record_kind_known;
