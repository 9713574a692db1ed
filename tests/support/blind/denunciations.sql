-- "Denunciations registered", also those that were taken for a tip at first. Day of receipt.
SELECT count(*) FROM (
    SELECT w.unit_id, ((t.content ->> 'received_at')::timestamptz AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day,
           (SELECT c.content ->> 'nature' FROM told c
             WHERE c.record_id = t.record_id AND c.act_type IN ('intake.registered', 'intake.classified')
             ORDER BY c.number DESC LIMIT 1) AS nature
      FROM told t JOIN whose w USING (record_id) WHERE t.act_type = 'intake.registered') i
 WHERE i.nature = 'denunciation' AND i.day BETWEEN $2 AND $3 AND pg_temp.within(i.unit_id, i.day, $1, $4);
