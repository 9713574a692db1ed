-- Why: officers are told of more than time limits: of what somebody asks to change about them, of refused requests. Locks
-- `notices` for the time of a catalogue change; the index is built anew over notices that are not settled, a second for a million.

ALTER TABLE notices DROP CONSTRAINT notices_kind_known;
ALTER TABLE notices ADD CONSTRAINT notices_kind_known CHECK (kind IN ('deadline', 'ask', 'person', 'refusals')) NOT VALID;
ALTER TABLE notices VALIDATE CONSTRAINT notices_kind_known;
ALTER TABLE notices ALTER COLUMN rule DROP NOT NULL;
ALTER TABLE notices ALTER COLUMN moment DROP NOT NULL;
ALTER TABLE notices ALTER COLUMN due_at DROP NOT NULL;
ALTER TABLE notices ADD CONSTRAINT notices_deadline_whole CHECK (
    CASE WHEN kind = 'deadline' THEN rule IS NOT NULL AND moment IS NOT NULL AND due_at IS NOT NULL
         ELSE rule IS NULL AND moment IS NULL AND due_at IS NULL END) NOT VALID;
ALTER TABLE notices VALIDATE CONSTRAINT notices_deadline_whole;

-- What makes a notice that has no clock be told once; null where each is told.
ALTER TABLE notices ADD COLUMN once text;
CREATE UNIQUE INDEX notices_told_once ON notices (officer_id, kind, once) WHERE once IS NOT NULL;

-- Only what has a clock is settled by the job that looks at clocks.
DROP INDEX notices_unsettled;
CREATE INDEX notices_unsettled ON notices (record_id, rule) WHERE settled_at IS NULL AND kind = 'deadline';
CREATE INDEX notices_of_record ON notices (record_id) WHERE settled_at IS NULL AND kind <> 'deadline';
