-- What is open in a unit and below: shown before a unit is merged, moved or split. It sees what its caller may see.
-- Locks nothing.
CREATE FUNCTION count_open(p_unit uuid) RETURNS TABLE (what text, n bigint) LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    lies text := format('unit_%s = $1', (SELECT level FROM public.units WHERE id = p_unit));
BEGIN
    RETURN QUERY EXECUTE format($q$
        SELECT 'open_cases', count(*) FROM public.cases WHERE %1$s AND state <> 'archived'
        UNION ALL SELECT 'informations', count(*) FROM public.informations
            WHERE %1$s AND state IN ('received', 'verifying', 'violation', 'no_violation', 'unverifiable', 'accepted')
        UNION ALL SELECT 'plans', count(*) FROM public.plans
            WHERE %1$s AND state IN ('draft', 'sent_up', 'ready', 'approved', 'issued')
        UNION ALL SELECT 'submissions', count(*) FROM public.approval_submissions WHERE %1$s AND state = 'waiting'
        UNION ALL SELECT 'reports', count(*) FROM public.reports WHERE %1$s AND state IN ('draft', 'ready', 'approved')
        UNION ALL SELECT 'ranges', count(DISTINCT r.id) FROM public.number_ranges r JOIN public.units u ON u.id = r.unit_id
            JOIN public.document_numbers d ON d.range_id = r.id AND d.state = 'reserved' WHERE u.%1$s
        $q$, lies) USING p_unit;
END $$;
REVOKE EXECUTE ON FUNCTION count_open(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_open(uuid) TO hientruong_app;
