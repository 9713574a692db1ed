-- "Fines of sanction decisions, as issued." Day of the decision.
SELECT coalesce(sum(d.total), 0) FROM decisions d
 WHERE d.day BETWEEN $2 AND $3 AND pg_temp.within(d.unit_id, d.day, $1, $4);
