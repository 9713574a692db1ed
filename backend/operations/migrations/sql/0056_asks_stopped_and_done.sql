-- Why: nobody could stop a reset once it was confirmed, not even the officer whose account it is; and a link that was made
-- and used before anybody confirmed opened everything without the confirmer's code. Nullable columns and one check anew on a
-- small table. Resets whose link was made and confirmed before count as done: what they set stands.

ALTER TABLE people_asks ADD COLUMN done_at timestamptz;      -- of a reset: what it gave opens everything that it may
ALTER TABLE people_asks ADD COLUMN stopped_by uuid REFERENCES officers;
ALTER TABLE people_asks ADD COLUMN stopped_at timestamptz;
ALTER TABLE people_asks ADD COLUMN stopped_why text;
ALTER TABLE people_asks DROP CONSTRAINT people_asks_state_known;
ALTER TABLE people_asks ADD CONSTRAINT people_asks_state_known
    CHECK (state IN ('waiting', 'confirmed', 'declined', 'stopped'));
ALTER TABLE people_asks ADD CONSTRAINT people_asks_stop_whole
    CHECK ((state = 'stopped') = (stopped_at IS NOT NULL) AND (stopped_at IS NULL) = (stopped_by IS NULL));
UPDATE people_asks SET done_at = used_at WHERE kind = 'reset' AND state = 'confirmed' AND used_at IS NOT NULL;
GRANT UPDATE (done_at, stopped_by, stopped_at, stopped_why) ON people_asks TO hientruong_app;
