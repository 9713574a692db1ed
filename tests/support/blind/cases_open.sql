-- "Detected cases that wait for a decision at the end: here, at a chair, or when a new decision is due after an
-- annulment." Last day of the period: also the unit is that of the last day ($2 is not asked, but given).
SELECT coalesce(sum(delta), 0) FROM waits
 WHERE day <= $3 AND $2::date IS NOT NULL AND pg_temp.within(unit_id, $3, $1, $4);
