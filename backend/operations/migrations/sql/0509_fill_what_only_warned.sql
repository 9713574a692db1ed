-- Why: fills cases.only_warned for the few sanctions without any fine, from their acts: read record by record, and not locked. Of a
-- chair's decision (outside the catalogue of penalties) what is confiscated or suspended here counts as a further penalty.
UPDATE cases c SET only_warned = true
FROM (
    SELECT DISTINCT ON (e.record_id) e.record_id, (e.act::jsonb #>> '{content,total}')::bigint AS total
    FROM cases w JOIN ledger_entries e ON e.record_id = w.id
    WHERE w.sanctioned_on IS NOT NULL AND w.fine_total_vnd = 0
        AND e.quarantine IS NULL AND e.act::jsonb #>> '{content,total}' IS NOT NULL
        AND e.act_type IN ('sanction.imposed', 'sanction.imposed_on_spot', 'chair.decided', 'document.amended')
    ORDER BY e.record_id, e.received_at DESC
) told
WHERE c.id = told.record_id AND told.total = 0 AND NOT EXISTS (
    SELECT FROM ledger_entries e
    WHERE e.record_id = c.id AND e.quarantine IS NULL AND (
        (e.act_type IN ('sanction.imposed', 'sanction.imposed_on_spot')
            AND jsonb_array_length(coalesce(e.act::jsonb #> '{content,order,extra_penalties}', '[]')) > 0)
        OR (e.act_type = 'chair.decided' AND (e.act::jsonb #>> '{content,licence_suspended}' = 'true'
            OR jsonb_array_length(coalesce(e.act::jsonb #> '{content,confiscated}', '[]')) > 0)))
);

-- Phones have the day until which a sanction counts: of a fine that was waived it is another one now.
SELECT count(mark_subject(s.id, s.unit_1, s.unit_2)) FROM subjects s
WHERE s.id IN (SELECT subject_id FROM cases WHERE sanctioned_on IS NOT NULL AND (fine_total_vnd = 0 OR lapsed_on IS NOT NULL));
