-- "Value of goods confiscated. The values stated in lists. Rows without a value add nothing." Day of the decision,
-- whether it sanctions or only confiscates (Law Art 65.2), and of the amendment that adds goods.
SELECT coalesce(sum(g.value), 0) FROM goods g
 WHERE g.act_type NOT IN ('exhibits.disposed', 'exhibits.destroyed')
   AND g.day BETWEEN $2 AND $3 AND pg_temp.within(g.unit_id, g.day, $1, $4);
