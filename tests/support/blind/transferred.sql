-- "Cases handed on to another authority." Day on which it was entered.
SELECT count(*) FROM told t JOIN whose w USING (record_id)
 WHERE t.act_type = 'case.transferred'
   AND t.entered_on BETWEEN $2 AND $3 AND pg_temp.within(w.unit_id, t.entered_on, $1, $4);
