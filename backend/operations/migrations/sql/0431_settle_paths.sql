-- Has every row lie where its unit lies: one that was written at a former place while its unit was merged or moved is
-- found by its unit and mended. Locks nothing.
CREATE FUNCTION settle_paths(p_act uuid, p_officer uuid) RETURNS TABLE (table_name text, row_count bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    FOREACH table_name IN ARRAY public.owned_tables() LOOP
        CONTINUE WHEN table_name = 'units';
        EXECUTE format('WITH moved AS (
            UPDATE public.%1$I t SET unit_1 = u.unit_1, unit_2 = u.unit_2, unit_3 = u.unit_3, unit_4 = u.unit_4
            FROM public.units u
            WHERE u.id IN (SELECT unit_id FROM public.former_paths) AND u.id = coalesce(t.unit_4, t.unit_3, t.unit_2, t.unit_1)
                AND (t.unit_1, t.unit_2, t.unit_3, t.unit_4) IS DISTINCT FROM (u.unit_1, u.unit_2, u.unit_3, u.unit_4)
            RETURNING u.id AS unit_id, coalesce(u.unit_4, u.unit_3, u.unit_2, u.unit_1) AS to_id
        ), told AS (
            INSERT INTO public.path_rewrites (act_id, officer_id, unit_id, to_id, table_name, row_count)
            SELECT $1, $2, unit_id, to_id, %1$L, count(*) FROM moved GROUP BY unit_id, to_id RETURNING row_count
        ) SELECT coalesce(sum(row_count), 0)::bigint FROM told', table_name) INTO row_count USING p_act, p_officer;
        RETURN NEXT;
    END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION settle_paths(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION settle_paths(uuid, uuid) TO hientruong_app;
