-- "Files referred to the prosecution bodies (MQĐ33), whole or in part." Day of the handover.
SELECT count(*) FROM (
    SELECT w.unit_id, coalesce((t.content ->> 'handed_on')::date, t.entered_on) AS day
      FROM told t JOIN whose w USING (record_id) WHERE t.act_type = 'crime.referred') c
 WHERE c.day BETWEEN $2 AND $3 AND pg_temp.within(c.unit_id, c.day, $1, $4);
