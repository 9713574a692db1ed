-- "Cases with at least one sanction decision. Each counts once. A case of which every decision was annulled still
-- counts." Day of the first sanction decision.
WITH first AS (SELECT record_id, unit_id, min(day) AS day FROM decisions GROUP BY record_id, unit_id)
SELECT count(*) FROM first f WHERE f.day BETWEEN $2 AND $3 AND pg_temp.within(f.unit_id, f.day, $1, $4);
