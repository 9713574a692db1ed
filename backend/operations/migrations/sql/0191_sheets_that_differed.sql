-- Why: a decision signed by hand that did not match is on the list of exceptions from now on. What stood in the ledger before is listed too, as
-- 0075 did for reopened cases. A few rows are added; the ledger is read through its index of kinds, not locked.
INSERT INTO exceptions (id, kind, record_kind, record_id, officer_id, unit_1, unit_2, unit_3, unit_4, reason, at)
SELECT e.act_id, 'sheet_differs', 'inspection', e.record_id, e.officer_id, i.unit_1, i.unit_2, i.unit_3, i.unit_4,
    coalesce(e.act::jsonb #>> '{content,reason}', ''), e.received_at
FROM ledger_entries e JOIN inspections i ON i.id = e.record_id
WHERE e.quarantine IS NULL AND e.act_type = 'decision.matched' AND e.act::jsonb #>> '{content,outcome}' = 'differs';
