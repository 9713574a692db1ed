-- Why: the register keeps what is delegated, and by which ground and decision a delegation ended (Decree 118/2021 Art 10). New columns,
-- empty in older lines: no time at all.

ALTER TABLE delegations
    ADD COLUMN powers text,                      -- what is delegated, in its words
    ADD COLUMN end_ground text,                  -- of DelegationEnd
    ADD COLUMN end_number text,                  -- of the decision that took it back (MQĐ37)
    ADD COLUMN end_decided_on date,
    ADD CONSTRAINT delegations_revoked_by
        CHECK ((end_ground IS NOT DISTINCT FROM 'revoked') = (end_number IS NOT NULL AND end_decided_on IS NOT NULL));
GRANT UPDATE (end_ground, end_number, end_decided_on) ON delegations TO hientruong_app;
