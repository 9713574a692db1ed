-- "As above [distinct persons and organisations sanctioned], by kind of party": persons, with households and minors. Who
-- is sanctioned once as a person and once as a household is one party.
SELECT count(DISTINCT coalesce('n' || coalesce(nullif(p.party ->> 'identity_number', ''), nullif(p.party ->> 'tax_code', '')),
                               'r' || (p.party ->> 'subject_id'),
                               'a' || lower(p.party ->> 'name') || '/' || lower(p.party ->> 'address')))
  FROM decisions d
 CROSS JOIN LATERAL (SELECT t.content -> 'party' AS party FROM told t
                      WHERE t.record_id = d.record_id AND t.number < d.number
                        AND jsonb_typeof(t.content -> 'party') = 'object'
                      ORDER BY t.number DESC LIMIT 1) p
 WHERE p.party ->> 'kind' IN ('individual', 'household')
   AND d.day BETWEEN $2 AND $3 AND pg_temp.within(d.unit_id, d.day, $1, $4);
