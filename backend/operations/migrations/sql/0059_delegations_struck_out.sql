-- Why: an entry that was struck out before anybody confirmed it kept the true decision with its number and day out of the
-- register for ever. One unique index in place of the constraint, on a small table.

ALTER TABLE delegations DROP CONSTRAINT delegations_once;
CREATE UNIQUE INDEX delegations_once ON delegations (receiver_id, number, decided_on)
    WHERE ended_on IS NULL OR confirmed_at IS NOT NULL;
