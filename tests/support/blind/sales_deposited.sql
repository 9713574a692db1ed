-- "What perishable goods brought that were sold before a decision, and that are neither confiscated nor given back by the
-- end (Law Art 126.3)." Last day of the period, of which also the unit is.
SELECT coalesce(sum(d.amount), 0) FROM deposits d
 WHERE d.day <= $3 AND $2::date IS NOT NULL AND pg_temp.within(d.unit_id, $3, $1, $4);
