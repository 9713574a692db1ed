-- Why: acts whose inspection a restore lost are listed at the desk, on the first page of every head. Two indexes only, over the few
-- rows that have this reason.
CREATE INDEX quarantined_acts_unknown ON quarantined_acts (record_id) WHERE code = 'record_unknown' AND decided IS NULL;
CREATE INDEX refused_acts_unknown ON refused_acts (record_id) WHERE code = 'record_unknown';
