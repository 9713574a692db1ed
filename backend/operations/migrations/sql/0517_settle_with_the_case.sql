-- Why: settle_paths(), at the end of a list of steps, put a paper that was written at the former place of a case into the
-- part that got the rest of a split unit, also where the case itself had gone to another part. It lies where its case lies
-- now, as settle_recent() has it, and the words of the search follow. One function anew: locks nothing.
CREATE OR REPLACE FUNCTION settle_all_paths(p_act uuid, p_officer uuid) RETURNS TABLE (table_name text, row_count bigint)
    LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    one text;
    of_case text;
    strays text := 'u.id IN (SELECT unit_id FROM public.former_paths) AND u.id = coalesce(t.unit_4, t.unit_3, t.unit_2, t.unit_1)
        AND (t.unit_1, t.unit_2, t.unit_3, t.unit_4) IS DISTINCT FROM (u.unit_1, u.unit_2, u.unit_3, u.unit_4)';
    beside text;
    place text;
BEGIN
    FOREACH one IN ARRAY public.locked_first() LOOP
        EXECUTE format('SELECT t.id FROM public.%I t, public.units u WHERE %s ORDER BY t.id FOR NO KEY UPDATE OF t', one, strays);
    END LOOP;
    INSERT INTO public.search_waiting (id, kind)
        SELECT * FROM public.strays_of_search('coalesce(unit_4, unit_3, unit_2, unit_1) IN (SELECT unit_id FROM public.former_paths)
            AND concat_ws(''/'', coalesce(unit_4, unit_3, unit_2, unit_1), unit_1, unit_2, unit_3, unit_4)
                NOT IN (SELECT concat_ws(''/'', u.id, u.unit_1, u.unit_2, u.unit_3, u.unit_4) FROM public.units u)', NULL)
        ON CONFLICT (id) DO NOTHING;
    -- Cases first: what belongs to a case lies where the case lies, whichever part of a split unit that is.
    FOREACH table_name IN ARRAY 'cases'::text || array_remove(array_remove(public.owned_tables(), 'cases'), 'units') LOOP
        of_case := CASE WHEN table_name IN ('case_clocks', 'documents', 'outside_acts') THEN 'case_id'
            WHEN table_name IN ('exceptions', 'scans', 'approval_submissions', 'diary_lines') THEN 'record_id' END;
        beside := CASE WHEN of_case IS NULL THEN '' ELSE format('LEFT JOIN public.cases c ON c.id = s.%I', of_case) END;
        place := CASE WHEN of_case IS NULL THEN 'u' ELSE 'c' END;
        EXECUTE format('WITH found AS (
            SELECT t.ctid AS stray, t.* FROM public.%1$I t, public.units u WHERE %2$s
        ), moved AS (
            UPDATE public.%1$I t SET unit_1 = p.unit_1, unit_2 = p.unit_2, unit_3 = p.unit_3, unit_4 = p.unit_4
            FROM (SELECT s.stray, u.id AS unit_id, n.* FROM found s
                  JOIN public.units u ON u.id = coalesce(s.unit_4, s.unit_3, s.unit_2, s.unit_1) %3$s
                  CROSS JOIN LATERAL (SELECT
                      CASE WHEN %4$s.id IS NULL THEN u.unit_1 ELSE %4$s.unit_1 END AS unit_1,
                      CASE WHEN %4$s.id IS NULL THEN u.unit_2 ELSE %4$s.unit_2 END AS unit_2,
                      CASE WHEN %4$s.id IS NULL THEN u.unit_3 ELSE %4$s.unit_3 END AS unit_3,
                      CASE WHEN %4$s.id IS NULL THEN u.unit_4 ELSE %4$s.unit_4 END AS unit_4) n) p
            WHERE t.ctid = p.stray
            RETURNING p.unit_id, coalesce(p.unit_4, p.unit_3, p.unit_2, p.unit_1) AS to_id
        ), told AS (
            INSERT INTO public.path_rewrites (act_id, officer_id, unit_id, to_id, table_name, row_count)
            SELECT $1, $2, unit_id, to_id, %1$L, count(*) FROM moved GROUP BY unit_id, to_id RETURNING row_count
        ) SELECT coalesce(sum(row_count), 0)::bigint FROM told', table_name, strays, beside, place)
            INTO row_count USING p_act, p_officer;
        RETURN NEXT;
    END LOOP;
END $$;
