-- "Cases without a sanction by Law Art 65: it was decided not to sanction, also by a chair, or there is confiscation or
-- remedies alone (Art 65.2) and no sanction in force beside them. Each case counts once." Day on which it was entered; of
-- a chair and by Art 65.2, the day of the decision.
WITH first AS (
    SELECT DISTINCT ON (t.record_id) t.record_id, coalesce((t.content ->> 'decided_on')::date, t.entered_on) AS day
      FROM told t
     WHERE t.act_type = 'sanction.declined' OR (t.act_type = 'chair.decided' AND t.content ->> 'outcome' = 'none')
        OR (t.act_type = 'remedy.ordered' OR t.act_type = 'chair.decided' AND t.content ->> 'outcome' = 'remedies')
           AND NOT EXISTS (SELECT FROM decisions d
                            WHERE d.record_id = t.record_id AND d.number < t.number
                              AND d.document_id NOT IN (SELECT a.document_id FROM annulled a
                                                         WHERE a.record_id = d.record_id))
     ORDER BY t.record_id, t.number
)
SELECT count(*) FROM first f JOIN whose w USING (record_id)
 WHERE f.day BETWEEN $2 AND $3 AND pg_temp.within(w.unit_id, f.day, $1, $4);
