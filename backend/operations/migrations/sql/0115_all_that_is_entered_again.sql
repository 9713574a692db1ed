-- Why: papers and inspection decisions that a restore lost and that were entered again stand in the list of exceptions from now on, as
-- cases do. Those that were entered before are listed too, without a term; where one stood there by another rule its line is now this one,
-- with both reasons, as the rule says it. ledger_entries are read, not locked; the list is small.

WITH again AS (
    SELECT e.act_id, e.record_kind, e.record_id, e.officer_id, e.received_at, e.act::jsonb -> 'content' AS content
    FROM ledger_entries e
    WHERE e.quarantine IS NULL AND e.act_type IN ('document.printed', 'decision.issued')
), told AS (
    SELECT act_id, record_kind, record_id, officer_id, received_at, coalesce(content #>> '{alone}', '') AS reason
    FROM again WHERE content #>> '{restored}' IS NOT NULL
    UNION ALL
    SELECT act_id, record_kind, record_id, officer_id, received_at, content #>> '{again,reason}'
        || CASE WHEN EXISTS (SELECT FROM jsonb_array_elements(content -> 'team') m
            WHERE (m ->> 'leader')::boolean AND m ->> 'officer_id' = officer_id::text)
            THEN ' – Người ban hành là Trưởng Đoàn kiểm tra' ELSE '' END
    FROM again WHERE content #>> '{again,reason}' IS NOT NULL
)
INSERT INTO exceptions (id, kind, record_kind, record_id, officer_id, unit_1, unit_2, unit_3, unit_4, reason, at)
SELECT t.act_id, 'entered_again', t.record_kind, t.record_id, t.officer_id,
    coalesce(c.unit_1, i.unit_1), coalesce(c.unit_2, i.unit_2), coalesce(c.unit_3, i.unit_3), coalesce(c.unit_4, i.unit_4),
    t.reason, t.received_at
FROM told t
LEFT JOIN cases c ON t.record_kind = 'case' AND c.id = t.record_id
LEFT JOIN inspections i ON t.record_kind = 'inspection' AND i.id = t.record_id
ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, reason = excluded.reason;
