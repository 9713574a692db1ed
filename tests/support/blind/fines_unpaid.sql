-- "Fines imposed with their changes, less what was collected, plus what was refunded, less what lapsed unpaid, up to the
-- end of the period." Last day of the period: also the unit is that of the last day ($2 is not asked, but given).
SELECT coalesce(sum(amount), 0) FROM (
    SELECT unit_id, day, total AS amount FROM decisions
    UNION ALL SELECT unit_id, day, delta FROM changes
    UNION ALL SELECT unit_id, day, -amount FROM money WHERE kind IN ('fine', 'refund')
    UNION ALL SELECT unit_id, day, -amount FROM lapsed
) m WHERE m.day <= $3 AND $2::date IS NOT NULL AND pg_temp.within(m.unit_id, $3, $1, $4);
