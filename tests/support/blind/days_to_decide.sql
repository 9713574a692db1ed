-- "Days from the violation minutes to the decision, averaged over decisions." Day of the decision. A force's file comes
-- with its own minutes, which keep their day; without minutes there is nothing to average.
SELECT avg(d.day - m.day) FROM decisions d
 CROSS JOIN LATERAL (
    SELECT CASE t.act_type WHEN 'file.received' THEN (t.content ->> 'minutes_on')::date
             ELSE ((t.content ->> 'recorded_at')::timestamptz AT TIME ZONE 'Asia/Ho_Chi_Minh')::date END AS day
      FROM told t
     WHERE t.record_id = d.record_id AND t.number < d.number AND t.act_type IN ('violation.recorded', 'file.received')
     ORDER BY t.number DESC LIMIT 1) m
 WHERE d.act_type <> 'sanction.imposed_on_spot'
   AND d.day BETWEEN $2 AND $3 AND pg_temp.within(d.unit_id, d.day, $1, $4);
