-- Why: cases that were reopened before the list of exceptions was kept tell of an exception that no line said: `verify` called an
-- honest database tampered with. They are listed as what stood before was (0028), without a term. ledger_entries are read, not locked.

INSERT INTO exceptions (id, kind, record_kind, record_id, officer_id, unit_1, unit_2, unit_3, unit_4, reason, at)
SELECT e.act_id, 'reopened', 'case', e.record_id, e.officer_id, c.unit_1, c.unit_2, c.unit_3, c.unit_4,
    coalesce(e.act::jsonb #>> '{content,reason}', ''), e.received_at
FROM ledger_entries e JOIN cases c ON c.id = e.record_id
WHERE e.quarantine IS NULL AND e.act_type = 'case.reopened'
ON CONFLICT (id) DO NOTHING;
