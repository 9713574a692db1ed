-- "Value of goods destroyed. The values stated in lists. Rows without a value add nothing." Day on the paper about it.
SELECT coalesce(sum(g.value), 0) FROM goods g
 WHERE (g.act_type = 'exhibits.destroyed' OR g.disposition = 'destroyed')
   AND g.day BETWEEN $2 AND $3 AND pg_temp.within(g.unit_id, g.day, $1, $4);
