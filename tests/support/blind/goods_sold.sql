-- "Value of goods sold. The values stated in lists. Rows without a value add nothing." Day on the paper about it.
SELECT coalesce(sum(g.value), 0) FROM goods g
 WHERE g.disposition IN ('sold', 'sold_early')
   AND g.day BETWEEN $2 AND $3 AND pg_temp.within(g.unit_id, g.day, $1, $4);
