-- Why: a role for some hours, asked for by an administrator and confirmed by a head, when nobody who has it can be reached. It is an ask of its
-- own kind and ends with its hours. Checks anew on two small tables, and an index of a handful of rows: no time at all.
ALTER TABLE people_asks DROP CONSTRAINT people_asks_kind_known;
ALTER TABLE people_asks ADD CONSTRAINT people_asks_kind_known
    CHECK (kind IN ('role', 'position', 'reset', 'move', 'reinstate', 'position_end', 'emergency'));
CREATE INDEX people_asks_emergency ON people_asks (officer_id) WHERE kind = 'emergency' AND state = 'confirmed';

ALTER TABLE exceptions DROP CONSTRAINT exceptions_record_kind_known;
ALTER TABLE exceptions ADD CONSTRAINT exceptions_record_kind_known CHECK (record_kind IN ('case', 'inspection', 'officer'));
