-- Why: restructure(), restructure_case() and settle_paths() wrote under any id of an act that they were given, so who
-- had the application's rights could move a unit's rows without an entry in the ledger. Each now demands the entry that
-- orders exactly this, and that nothing was rewritten by it for this unit before. What they did stands in functions of
-- the owner that nobody else may call. settle_recent() has rows lie right that were written at a former place while a
-- unit was merged at the desk: by what was rewritten in the last days, under its act's officer. Locks nothing but
-- `path_rewrites` for its index, some thousand rows.
ALTER FUNCTION restructure(uuid, uuid, uuid, uuid, boolean, date) RENAME TO rewrite_paths;
ALTER FUNCTION restructure_case(uuid, uuid, uuid, uuid) RENAME TO rewrite_case_paths;
ALTER FUNCTION settle_paths(uuid, uuid) RENAME TO settle_all_paths;
ALTER FUNCTION rewrite_paths(uuid, uuid, uuid, uuid, boolean, date) SECURITY INVOKER;
ALTER FUNCTION rewrite_case_paths(uuid, uuid, uuid, uuid) SECURITY INVOKER;
ALTER FUNCTION settle_all_paths(uuid, uuid) SECURITY INVOKER;
REVOKE EXECUTE ON FUNCTION rewrite_paths(uuid, uuid, uuid, uuid, boolean, date), rewrite_case_paths(uuid, uuid, uuid, uuid),
    settle_all_paths(uuid, uuid) FROM hientruong_app;

CREATE FUNCTION restructure(p_act uuid, p_officer uuid, p_unit uuid, p_to uuid, p_into boolean, p_since date)
    RETURNS TABLE (table_name text, row_count bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM public.ledger_entries e, LATERAL (SELECT e.act::jsonb -> 'content' AS said) c
        WHERE e.act_id = p_act AND e.officer_id = p_officer AND e.record_kind = 'unit' AND e.quarantine IS NULL
            AND p_since::text = coalesce(said ->> 'valid_to', said ->> 'valid_from')
            AND CASE
                WHEN e.act_type = 'unit.split' AND NOT p_into THEN
                    said -> 'units' @> jsonb_build_array(jsonb_build_object('id', p_unit, 'part_id', p_to))
                ELSE e.record_id = p_unit AND p_to::text = CASE
                    WHEN e.act_type = 'unit.moved' AND NOT p_into THEN said ->> 'parent_id'
                    WHEN e.act_type = 'unit.merged' AND p_into THEN said ->> 'into_id'
                    WHEN e.act_type = 'unit.split' AND p_into THEN said ->> 'rest_id'
                    WHEN e.act_type = 'unit.closed' AND p_into THEN said ->> 'successor_id' END END)
        OR EXISTS (SELECT FROM public.path_rewrites r WHERE r.act_id = p_act AND r.unit_id = p_unit)
    THEN
        RAISE EXCEPTION 'restructure: no act % has % go to %', p_act, p_unit, p_to USING ERRCODE = 'HT002';
    END IF;
    RETURN QUERY SELECT * FROM public.rewrite_paths(p_act, p_officer, p_unit, p_to, p_into, p_since);
END $$;

CREATE FUNCTION restructure_case(p_act uuid, p_officer uuid, p_case uuid, p_to uuid)
    RETURNS TABLE (table_name text, row_count bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM public.ledger_entries e JOIN public.ledger_entries u ON u.act_id = p_act
        WHERE e.record_id = p_case AND e.act_type = 'case.succeeded' AND e.officer_id = p_officer AND e.quarantine IS NULL
            AND e.act::jsonb -> 'content' @> jsonb_build_object('act_id', p_act, 'unit_id', p_to)
            AND u.act_type IN ('unit.merged', 'unit.split', 'unit.closed') AND u.quarantine IS NULL)
    THEN
        RAISE EXCEPTION 'restructure_case: no act % has % go to %', p_act, p_case, p_to USING ERRCODE = 'HT002';
    END IF;
    RETURN QUERY SELECT * FROM public.rewrite_case_paths(p_act, p_officer, p_case, p_to);
END $$;

-- The act is the last step of a list, which may be of any kind.
CREATE FUNCTION settle_paths(p_act uuid, p_officer uuid) RETURNS TABLE (table_name text, row_count bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM public.ledger_entries e WHERE e.act_id = p_act AND e.officer_id = p_officer
                   AND e.record_kind = 'unit' AND e.quarantine IS NULL) THEN
        RAISE EXCEPTION 'settle_paths: % is no act of a unit', p_act USING ERRCODE = 'HT002';
    END IF;
    RETURN QUERY SELECT * FROM public.settle_all_paths(p_act, p_officer);
END $$;

-- Rows of records are found by the place where their unit lay, of which there are indexes. What belongs to a record is looked
-- for only where that record had an entry about the time of the act: photographs and papers of ten years are not read for it.
CREATE INDEX path_rewrites_at ON path_rewrites (at);
CREATE FUNCTION settle_recent(p_hours int) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    former record;
    one text;
    of_case text;
    by_record text;
    near uuid[];
    near_of uuid;
    here text;
    moved bigint;
    followed bigint;
    total bigint := 0;
    strays text;
BEGIN
    FOR former IN
        SELECT DISTINCT ON (f.unit_id, f.unit_1, f.unit_2, f.unit_3, f.unit_4) f.*, r.officer_id, r.at AS moved_at,
            cardinality(array_remove(ARRAY[f.unit_1, f.unit_2, f.unit_3, f.unit_4], NULL)) AS lay,
            u.unit_1 AS now_1, u.unit_2 AS now_2, u.unit_3 AS now_3, u.unit_4 AS now_4,
            coalesce(u.unit_4, u.unit_3, u.unit_2, u.unit_1) AS to_id
        FROM public.former_paths f JOIN public.units u ON u.id = f.unit_id
        JOIN (SELECT p.act_id, p.officer_id, min(p.at) AS at FROM public.path_rewrites p
              WHERE p.at > now() - make_interval(hours => p_hours) GROUP BY 1, 2) r ON r.act_id = f.act_id
        WHERE coalesce(f.unit_4, f.unit_3, f.unit_2, f.unit_1) = f.unit_id
            AND (f.unit_1, f.unit_2, f.unit_3, f.unit_4) IS DISTINCT FROM (u.unit_1, u.unit_2, u.unit_3, u.unit_4)
        ORDER BY f.unit_id, f.unit_1, f.unit_2, f.unit_3, f.unit_4, f.id DESC
    LOOP
        strays := format('unit_%s = $1 AND (unit_1, unit_2, unit_3, unit_4) IS NOT DISTINCT FROM (%L::uuid, %L::uuid, %L::uuid, %L::uuid)',
            former.lay, former.unit_1, former.unit_2, former.unit_3, former.unit_4);
        IF former.lay > 2 THEN
            strays := strays || format(' AND unit_2 = %L::uuid', former.unit_2);  -- where no index has the lower levels
        END IF;
        IF former.act_id IS DISTINCT FROM near_of THEN
            near_of := former.act_id;
            near := ARRAY(SELECT DISTINCT e.record_id FROM public.ledger_entries a JOIN public.ledger_entries e
                ON e.entry_id BETWEEN a.entry_id - 2000 AND a.entry_id + 20000
                    AND e.received_at BETWEEN former.moved_at - interval '15 minutes' AND former.moved_at + interval '15 minutes'
                WHERE a.act_id = former.act_id);
        END IF;
        FOREACH one IN ARRAY public.locked_first() LOOP
            EXECUTE format('SELECT id FROM public.%I WHERE %s ORDER BY id FOR NO KEY UPDATE', one, strays) USING former.unit_id;
        END LOOP;
        INSERT INTO public.search_waiting (id, kind)
            SELECT * FROM public.strays_of_search(strays, former.unit_id) ON CONFLICT (id) DO NOTHING;
        -- Cases first: what belongs to a case that went to another part of a split unit lies where the case lies.
        FOREACH one IN ARRAY 'cases'::text || array_remove(array_remove(public.owned_tables(), 'cases'), 'units') LOOP
            of_case := CASE WHEN one IN ('case_clocks', 'documents', 'outside_acts') THEN 'case_id'
                WHEN one IN ('exceptions', 'scans', 'approval_submissions', 'diary_lines') THEN 'record_id' END;
            by_record := CASE WHEN one IN ('photos', 'field_documents', 'filed_documents') THEN 'inspection_id'
                WHEN one IN ('case_clocks', 'outside_acts') THEN 'case_id' WHEN one = 'plan_items' THEN 'plan_id'
                WHEN one IN ('exceptions', 'scans', 'diary_lines') THEN 'record_id' END;
            here := strays || CASE WHEN by_record IS NULL THEN '' ELSE format(' AND %I = ANY (%L::uuid[])', by_record, near) END;
            IF of_case IS NOT NULL THEN
                EXECUTE format('UPDATE public.%1$I t SET unit_1 = c.unit_1, unit_2 = c.unit_2, unit_3 = c.unit_3, unit_4 = c.unit_4
                    FROM public.cases c WHERE c.id = t.%3$I AND t.ctid = ANY (ARRAY(SELECT ctid FROM public.%1$I WHERE %2$s))',
                    one, here, of_case) USING former.unit_id;
                GET DIAGNOSTICS followed = ROW_COUNT;
            ELSE
                followed := 0;
            END IF;
            EXECUTE format('UPDATE public.%I SET unit_1 = $2, unit_2 = $3, unit_3 = $4, unit_4 = $5 WHERE %s', one, here)
                USING former.unit_id, former.now_1, former.now_2, former.now_3, former.now_4;
            GET DIAGNOSTICS moved = ROW_COUNT;
            moved := moved + followed;
            CONTINUE WHEN moved = 0;
            INSERT INTO public.path_rewrites (act_id, officer_id, unit_id, to_id, table_name, row_count)
                VALUES (former.act_id, former.officer_id, former.unit_id, former.to_id, one, moved);
            total := total + moved;
        END LOOP;
    END LOOP;
    RETURN total;
END $$;

-- Words of the search are written anew from the rows.
CREATE FUNCTION strays_of_search(p_where text, p_unit uuid) RETURNS TABLE (id uuid, kind text)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    one record;
BEGIN
    FOR one IN SELECT * FROM (VALUES ('cases', 'case'), ('inspections', 'inspection'), ('informations', 'information'),
            ('documents', 'paper'), ('approval_submissions', 'submission'), ('plans', 'plan'), ('reports', 'report')) t (name, called) LOOP
        RETURN QUERY EXECUTE format('SELECT id, %L::text FROM public.%I WHERE %s', one.called, one.name, p_where) USING p_unit;
    END LOOP;
END $$;

REVOKE EXECUTE ON FUNCTION restructure(uuid, uuid, uuid, uuid, boolean, date), restructure_case(uuid, uuid, uuid, uuid),
    settle_paths(uuid, uuid), settle_recent(int), strays_of_search(text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION restructure(uuid, uuid, uuid, uuid, boolean, date), restructure_case(uuid, uuid, uuid, uuid),
    settle_paths(uuid, uuid), settle_recent(int) TO hientruong_app;
