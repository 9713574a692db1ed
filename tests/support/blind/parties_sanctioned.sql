-- "Distinct persons and organisations sanctioned. Each counts once in the period, whatever the decisions." Parties are
-- counted "by identity number or tax code (of an organisation the tax code first), else by the register, else by name
-- and address". The party is the one that
-- the case had when the decision was made.
SELECT count(DISTINCT coalesce('n' || CASE p.party ->> 'kind' WHEN 'organisation'
                                    THEN coalesce(nullif(p.party ->> 'tax_code', ''), nullif(p.party ->> 'identity_number', ''))
                                    ELSE coalesce(nullif(p.party ->> 'identity_number', ''), nullif(p.party ->> 'tax_code', ''))
                                     END,
                               'r' || (p.party ->> 'subject_id'),
                               'a' || lower(p.party ->> 'name') || '/' || lower(p.party ->> 'address')))
  FROM decisions d
 CROSS JOIN LATERAL (SELECT t.content -> 'party' AS party FROM told t
                      WHERE t.record_id = d.record_id AND t.number < d.number
                        AND jsonb_typeof(t.content -> 'party') = 'object'
                      ORDER BY t.number DESC LIMIT 1) p
 WHERE d.day BETWEEN $2 AND $3 AND pg_temp.within(d.unit_id, d.day, $1, $4);
