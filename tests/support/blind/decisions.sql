-- "Sanction decisions, with and without minutes, those of chairs that are executed here included. Annulled ones count
-- and are shown apart." Day of the decision.
SELECT count(*) FROM decisions d WHERE d.day BETWEEN $2 AND $3 AND pg_temp.within(d.unit_id, d.day, $1, $4);
