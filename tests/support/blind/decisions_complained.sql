-- "Decisions in handling violations that are complained about, each once, by its first complaint. Complaints about acts do
-- not count here." Day of filing. A decision is a paper whose form is one of the decisions (MQĐ).
WITH first AS (
    SELECT DISTINCT ON (t.record_id, t.content ->> 'against') t.record_id,
           ((t.content ->> 'filed_at')::timestamptz AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day
      FROM told t
     WHERE t.act_type = 'complaint.filed' AND t.content ->> 'lawsuit' = 'false'
       AND EXISTS (SELECT FROM told p WHERE p.record_id = t.record_id
                      AND p.act_type IN ('document.issued', 'document.printed')
                      AND p.content ->> 'document_id' = t.content ->> 'against' AND p.content ->> 'form' LIKE 'MQĐ%')
     ORDER BY t.record_id, t.content ->> 'against', t.number
)
SELECT count(*) FROM first f JOIN whose w USING (record_id)
 WHERE f.day BETWEEN $2 AND $3 AND pg_temp.within(w.unit_id, f.day, $1, $4);
