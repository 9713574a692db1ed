-- "What of a fine was unpaid when the time to execute its decision was over (Law Art 74)." Day on which it was over.
SELECT coalesce(sum(l.amount), 0) FROM lapsed l
 WHERE l.day BETWEEN $2 AND $3 AND pg_temp.within(l.unit_id, l.day, $1, $4);
