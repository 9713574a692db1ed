-- "Cases in which it was decided not to sanction (Law Art 65)." Day on which it was entered. A chair who does not
-- sanction decided so too, on the day of their decision.
WITH first AS (
    SELECT t.record_id, min(coalesce((t.content ->> 'decided_on')::date, t.entered_on)) AS day FROM told t
     WHERE t.act_type = 'sanction.declined' OR (t.act_type = 'chair.decided' AND t.content ->> 'outcome' = 'none')
     GROUP BY t.record_id
)
SELECT count(*) FROM first f JOIN whose w USING (record_id)
 WHERE f.day BETWEEN $2 AND $3 AND pg_temp.within(w.unit_id, f.day, $1, $4);
