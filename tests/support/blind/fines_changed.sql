-- "By how much fines rose or fell by amendment, correction, reduction, waiver, death or dissolution, annulment." Day on
-- the paper about it.
SELECT coalesce(sum(c.delta), 0) FROM changes c
 WHERE c.day BETWEEN $2 AND $3 AND pg_temp.within(c.unit_id, c.day, $1, $4);
