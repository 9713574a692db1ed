-- Why: a merge that waits lapses once either party is corrected, and people are told of merges (docs/parties/merging.md). One more state and one
-- more kind of notice: both tables are read once under a lock, some seconds for a million notices.

ALTER TABLE party_merges DROP CONSTRAINT party_merges_state_known;
ALTER TABLE party_merges ADD CONSTRAINT party_merges_state_known CHECK (state IN ('asked', 'merged', 'declined', 'undone', 'lapsed'));

-- One more kind, whatever kinds there are already.
DO $$
DECLARE
    known text;
BEGIN
    SELECT pg_get_expr(conbin, conrelid) INTO STRICT known FROM pg_constraint
        WHERE conname = 'notices_kind_known' AND conrelid = 'notices'::regclass;
    ALTER TABLE notices DROP CONSTRAINT notices_kind_known;
    EXECUTE format('ALTER TABLE notices ADD CONSTRAINT notices_kind_known CHECK (%s OR kind = ''party_merge'') NOT VALID', known);
    ALTER TABLE notices VALIDATE CONSTRAINT notices_kind_known;
END $$;
