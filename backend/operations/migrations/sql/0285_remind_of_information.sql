-- Why: officers are told when a limit of an information is near or over; the row says when next something is to be told.
-- Only informations with a limit are touched, some hundreds: well below a second. The lock is that of an empty column.
ALTER TABLE informations ADD COLUMN near_at timestamptz;
UPDATE informations SET near_at = due_at - interval '16 hours' WHERE due_at > now();
CREATE INDEX informations_near ON informations (near_at, id) WHERE near_at IS NOT NULL;
