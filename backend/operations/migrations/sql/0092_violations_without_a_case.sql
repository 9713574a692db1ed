-- Why: approved minutes that name violations, and of which nobody opens a case, stood in no list: a violator went free by nothing being
-- done. Since when an inspection waits so is kept with it, by the approval and by the case that follows it. A column that may be null;
-- inspections and minutes are read once to fill it, and those that wait are updated; writes of inspections wait while the indexes are built:
-- some two seconds for a million rows.

ALTER TABLE inspections ADD COLUMN no_case_since timestamptz;

UPDATE inspections i SET no_case_since = i.decided_at
FROM minutes m
WHERE i.state = 'approved' AND m.act_id = i.minutes_id AND jsonb_path_exists(m.fields, '$.violations[*]')
    AND NOT EXISTS (SELECT FROM cases c WHERE c.inspection_id = i.id);

CREATE INDEX inspections_no_case ON inspections (no_case_since, id) WHERE no_case_since IS NOT NULL;
CREATE INDEX inspections_no_case_2 ON inspections (unit_2, no_case_since, id) WHERE no_case_since IS NOT NULL;
CREATE INDEX inspections_no_case_3 ON inspections (unit_3, no_case_since, id) WHERE no_case_since IS NOT NULL;
