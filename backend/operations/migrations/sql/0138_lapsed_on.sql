-- Why: a sanction whose execution is time-barred counts as an earlier offence until a year after it lapsed (Law Art 7.1), so the list of
-- earlier offences asks for that day. A column that may be null; the few cases that lapsed are filled from their acts, which are read
-- and not locked.

ALTER TABLE cases ADD COLUMN lapsed_on date;

UPDATE cases c SET lapsed_on = e.lapsed_on
FROM (
    SELECT DISTINCT ON (record_id) record_id, (act::jsonb #>> '{content,lapsed_on}')::date AS lapsed_on
    FROM ledger_entries WHERE quarantine IS NULL AND act_type = 'execution.lapsed'
    ORDER BY record_id, received_at DESC
) e
WHERE c.id = e.record_id AND c.sanctioned_on IS NOT NULL AND c.executed_at IS NULL;
