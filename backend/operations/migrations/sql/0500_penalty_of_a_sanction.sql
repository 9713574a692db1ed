-- Why: a sanction counts as an earlier offence for six months after a warning, and for a year after any other (Law Art 7.1). That was
-- read from the fine that is left, so that a fine which was waived counted like a warning. A column with a constant default; the few
-- sanctions without any fine are filled from their acts, which are read and not locked.

ALTER TABLE cases ADD COLUMN only_warned boolean NOT NULL DEFAULT false;

UPDATE cases c SET only_warned = true
FROM (
    SELECT DISTINCT ON (record_id) record_id, (act::jsonb #>> '{content,total}')::bigint AS total
    FROM ledger_entries
    WHERE quarantine IS NULL AND act::jsonb #>> '{content,total}' IS NOT NULL
        AND act_type IN ('sanction.imposed', 'sanction.imposed_on_spot', 'chair.decided', 'document.amended')
    ORDER BY record_id, received_at DESC
) told
WHERE c.id = told.record_id AND c.sanctioned_on IS NOT NULL AND told.total = 0 AND NOT EXISTS (
    SELECT FROM ledger_entries e
    WHERE e.record_id = c.id AND e.quarantine IS NULL AND e.act_type IN ('sanction.imposed', 'sanction.imposed_on_spot')
        AND jsonb_array_length(coalesce(e.act::jsonb #> '{content,order,extra_penalties}', '[]')) > 0
);
