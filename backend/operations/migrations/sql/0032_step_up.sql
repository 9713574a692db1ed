-- Why: an open desk is not its owner: signing, approving and exporting ask for a one-time code that was given within 15 minutes.
-- A column that may be null; sessions of before it give their code at the next such step.

ALTER TABLE desk_sessions ADD COLUMN confirmed_until timestamptz;   -- until when both factors count as given
