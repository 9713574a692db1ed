-- "Inspections whose decision was announced on site." Day of the announcement: the maker's clock, put right by what the
-- phone knew of its error, and never after the receipt. An inspection counts once.
WITH first AS (
    SELECT t.record_id, min((least(t.made_at + make_interval(secs => coalesce(t.clock_off_s, '0')::int), t.received_at)
                             AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) AS day
      FROM told t WHERE t.act_type = 'inspection.announced' GROUP BY t.record_id
)
SELECT count(*) FROM first f JOIN whose w USING (record_id)
 WHERE f.day BETWEEN $2 AND $3 AND pg_temp.within(w.unit_id, f.day, $1, $4);
