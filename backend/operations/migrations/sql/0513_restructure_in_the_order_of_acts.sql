-- Why: an act takes its record's row first, and what belongs to the record behind it. restructure() went through the
-- tables by the alphabet, so that it held a case's clocks while it waited for the case, and either was broken off as a
-- deadlock. It and settle_paths() take rows of records first now, submissions before what was submitted, as a decision
-- about one does. Two functions anew: locks nothing.
CREATE FUNCTION locked_first() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
    AS $$ SELECT ARRAY['approval_submissions', 'informations', 'plans', 'inspections', 'cases', 'reports', 'officers'] $$;
REVOKE EXECUTE ON FUNCTION locked_first() FROM PUBLIC;

CREATE OR REPLACE FUNCTION restructure(p_act uuid, p_officer uuid, p_unit uuid, p_to uuid, p_into boolean, p_since date)
    RETURNS TABLE (table_name text, row_count bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    old uuid[] := (SELECT array_remove(ARRAY[unit_1, unit_2, unit_3, unit_4], NULL) FROM public.units WHERE id = p_unit);
    new uuid[] := (SELECT array_remove(ARRAY[unit_1, unit_2, unit_3, unit_4], NULL) FROM public.units WHERE id = p_to);
    old_level int := cardinality(old);
    shift int;
    sets text;
    deepest int;
    one text;
BEGIN
    IF old IS NULL OR new IS NULL OR p_unit = ANY (new) OR (old_level = 1) THEN
        RAISE EXCEPTION 'restructure: % cannot go to %', p_unit, p_to USING ERRCODE = 'HT002';
    END IF;
    IF old[old_level] <> p_unit THEN
        RAISE EXCEPTION 'restructure: % lies elsewhere already', p_unit USING ERRCODE = 'HT002';
    END IF;
    IF NOT p_into THEN
        new := new || p_unit;
    END IF;
    shift := cardinality(new) - old_level;
    EXECUTE format('SELECT max(level) FROM public.units WHERE unit_%s = $1 AND id <> $1', old_level) INTO deepest USING p_unit;
    IF cardinality(new) > 4 OR coalesce(deepest, 0) + shift > 4 THEN
        RAISE EXCEPTION 'restructure: five levels below %', p_to USING ERRCODE = 'HT002';
    END IF;
    FOREACH one IN ARRAY public.locked_first() LOOP
        EXECUTE format('SELECT id FROM public.%I WHERE unit_%s = $1 ORDER BY id FOR NO KEY UPDATE', one, old_level) USING p_unit;
    END LOOP;
    EXECUTE format('INSERT INTO public.former_paths (unit_id, until, act_id, unit_1, unit_2, unit_3, unit_4)
        SELECT id, $2, $3, unit_1, unit_2, unit_3, unit_4 FROM public.units WHERE unit_%s = $1', old_level)
        USING p_unit, p_since, p_act;
    SELECT string_agg(CASE
            WHEN k <= cardinality(new) THEN format('unit_%s = %L::uuid', k, new[k])
            WHEN k - shift BETWEEN 1 AND 4 THEN format('unit_%s = unit_%s', k, k - shift)
            ELSE format('unit_%s = NULL', k) END, ', ') INTO sets
        FROM generate_series(1, 4) k;
    -- Words of the search are written anew from the rows; parties and officers have triggers for it.
    EXECUTE format($q$INSERT INTO public.search_waiting (id, kind)
        SELECT id, 'case' FROM public.cases WHERE unit_%1$s = $1
        UNION ALL SELECT id, 'inspection' FROM public.inspections WHERE unit_%1$s = $1
        UNION ALL SELECT id, 'information' FROM public.informations WHERE unit_%1$s = $1
        UNION ALL SELECT id, 'paper' FROM public.documents WHERE unit_%1$s = $1
        UNION ALL SELECT id, 'submission' FROM public.approval_submissions WHERE unit_%1$s = $1
        UNION ALL SELECT id, 'plan' FROM public.plans WHERE unit_%1$s = $1
        UNION ALL SELECT id, 'report' FROM public.reports WHERE unit_%1$s = $1
        ON CONFLICT (id) DO NOTHING$q$, old_level) USING p_unit;
    FOREACH table_name IN ARRAY public.owned_tables() LOOP
        EXECUTE format('UPDATE public.%I SET %s%s WHERE unit_%s = $1', table_name, sets,
            CASE WHEN table_name <> 'units' THEN ''
                 WHEN p_into THEN format(', level = level + %s, parent_id = CASE WHEN parent_id = $1 AND valid_to IS NULL THEN %L::uuid ELSE parent_id END', shift, p_to)
                 ELSE format(', level = level + %s, parent_id = CASE WHEN id = $1 THEN %L::uuid ELSE parent_id END', shift, p_to) END,
            old_level) USING p_unit;
        GET DIAGNOSTICS row_count = ROW_COUNT;
        INSERT INTO public.path_rewrites (act_id, officer_id, unit_id, to_id, table_name, row_count)
            VALUES (p_act, p_officer, p_unit, p_to, table_name, row_count);
        RETURN NEXT;
    END LOOP;
END $$;

CREATE OR REPLACE FUNCTION settle_paths(p_act uuid, p_officer uuid) RETURNS TABLE (table_name text, row_count bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    one text;
BEGIN
    FOREACH one IN ARRAY public.locked_first() LOOP
        EXECUTE format('SELECT t.id FROM public.%I t, public.units u
            WHERE u.id IN (SELECT unit_id FROM public.former_paths) AND u.id = coalesce(t.unit_4, t.unit_3, t.unit_2, t.unit_1)
                AND (t.unit_1, t.unit_2, t.unit_3, t.unit_4) IS DISTINCT FROM (u.unit_1, u.unit_2, u.unit_3, u.unit_4)
            ORDER BY t.id FOR NO KEY UPDATE OF t', one);
    END LOOP;
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
