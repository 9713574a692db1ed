-- "Decisions of the period that were cancelled whole since." Day of the decision, not of the annulment.
SELECT count(*) FROM decisions d JOIN annulled a USING (record_id, document_id)
 WHERE d.day BETWEEN $2 AND $3 AND pg_temp.within(d.unit_id, d.day, $1, $4);
