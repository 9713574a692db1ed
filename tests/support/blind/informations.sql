-- "Informations registered; denunciations and complaints are apart. What is about an officer of the force is counted
-- for the whole force alone." Day of receipt.
SELECT count(*) FROM (
    SELECT w.unit_id, ((t.content ->> 'received_at')::timestamptz AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day
      FROM told t JOIN whose w USING (record_id)
     WHERE t.act_type = 'intake.registered' AND t.content ->> 'nature' = 'tip') i
 WHERE i.day BETWEEN $2 AND $3 AND pg_temp.within(i.unit_id, i.day, $1, $4);
