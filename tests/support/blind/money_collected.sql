-- "Fines, interest, illicit gains and proceeds of confiscated goods that were paid, less what was refunded." Day on the
-- receipt. Sale money is asked as it was paid: nothing that is asked here pays for goods before they are confiscated.
SELECT coalesce(sum(m.amount), 0) FROM money m
 WHERE m.day BETWEEN $2 AND $3 AND pg_temp.within(m.unit_id, m.day, $1, $4);
