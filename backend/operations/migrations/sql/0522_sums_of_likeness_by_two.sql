-- Why: sums of likeness that wait for a second administrator are told to those who may confirm them (docs/parties/merging.md). One more kind of
-- notice, for which `notices` is read under a lock: a second for a million. Nobody confirmed what they proposed themselves: the door refused it.

ALTER TABLE party_likeness ADD CONSTRAINT party_likeness_two CHECK (state <> 'confirmed' OR decided_by <> asked_by);
CREATE INDEX party_likeness_newest ON party_likeness (asked_at DESC, id DESC);

-- One more kind, whatever kinds there are already.
DO $$
DECLARE
    known text;
BEGIN
    SELECT pg_get_expr(conbin, conrelid) INTO STRICT known FROM pg_constraint
        WHERE conname = 'notices_kind_known' AND conrelid = 'notices'::regclass;
    ALTER TABLE notices DROP CONSTRAINT notices_kind_known;
    EXECUTE format('ALTER TABLE notices ADD CONSTRAINT notices_kind_known CHECK (%s OR kind = ''likeness'') NOT VALID', known);
    ALTER TABLE notices VALIDATE CONSTRAINT notices_kind_known;
END $$;
