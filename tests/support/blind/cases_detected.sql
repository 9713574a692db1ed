-- "Cases with violation minutes, with a file received from another body, or sanctioned without minutes. Each counts
-- once." Day: "of the minutes, of the receipt or of the decision, whichever came first".
WITH first AS (
    SELECT t.record_id, min(CASE t.act_type
             WHEN 'violation.recorded' THEN ((t.content ->> 'recorded_at')::timestamptz AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
             WHEN 'file.received' THEN (t.content ->> 'received_on')::date
             ELSE (t.content ->> 'decided_on')::date END) AS day
      FROM told t WHERE t.act_type IN ('violation.recorded', 'file.received', 'sanction.imposed_on_spot')
     GROUP BY t.record_id
)
SELECT count(*) FROM first f JOIN whose w USING (record_id)
 WHERE f.day BETWEEN $2 AND $3 AND pg_temp.within(w.unit_id, f.day, $1, $4);
