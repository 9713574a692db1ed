-- Units that merge, split and move, and all that is theirs with them (docs/force/restructuring.md, decision 0106).
--
-- unit_1..unit_4 of a row mean where it lies today. They are rewritten by restructure() alone, which belongs to the
-- owner, takes the id of the act that ordered it, and writes down what it did in path_rewrites, where nothing is ever
-- changed. A unit that was closed lies at the path of its successor. Where it lay before is in former_paths: figures
-- of a day read it. Takes no lock but on `units`, a hundred rows; the tables are new and empty, but for units that
-- were closed with a successor before: their rows go to that successor's path, some seconds for a million.

ALTER TABLE units DROP CONSTRAINT units_kind_known;
ALTER TABLE units ADD CONSTRAINT units_kind_known
    CHECK (kind IN ('national', 'industry_department', 'department', 'team'));
ALTER TABLE units DROP CONSTRAINT units_path_ends_in_self;
ALTER TABLE units ADD CONSTRAINT units_path_ends_in_self CHECK (
    (valid_to IS NOT NULL AND successor_id IS NOT NULL)
    OR id = CASE level WHEN 1 THEN unit_1 WHEN 2 THEN unit_2 WHEN 3 THEN unit_3 ELSE unit_4 END);
ALTER TABLE units ADD CONSTRAINT units_level_of_path
    CHECK (level = 1 + (unit_2 IS NOT NULL)::int + (unit_3 IS NOT NULL)::int + (unit_4 IS NOT NULL)::int);
ALTER TABLE units DROP CONSTRAINT units_root_has_no_parent;
ALTER TABLE units ADD CONSTRAINT units_root_has_no_parent
    CHECK ((level = 1) = (parent_id IS NULL) OR (valid_to IS NOT NULL AND successor_id IS NOT NULL));
CREATE INDEX units_successor ON units (successor_id) WHERE successor_id IS NOT NULL;
-- Whose work a unit has: those that ended and lie at its path.
CREATE INDEX units_ended_at ON units ((coalesce(unit_4, unit_3, unit_2, unit_1))) WHERE valid_to IS NOT NULL;

-- Where a unit lies is written by restructure() alone.
REVOKE UPDATE ON units FROM hientruong_app;
GRANT UPDATE (code, name_vi, name_en, valid_to, successor_id) ON units TO hientruong_app;

CREATE TABLE former_paths (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit_id uuid NOT NULL REFERENCES units,
    until date NOT NULL,                         -- the first day on which it lay there no more
    act_id uuid NOT NULL,                        -- that moved it
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid
);
CREATE INDEX former_paths_unit ON former_paths (unit_id, until, id);
CREATE INDEX former_paths_act ON former_paths (act_id);

CREATE TABLE path_rewrites (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    act_id uuid NOT NULL,
    officer_id uuid NOT NULL,                    -- who made the act
    unit_id uuid NOT NULL REFERENCES units,      -- from which
    to_id uuid NOT NULL REFERENCES units,        -- below which, or into which
    table_name text NOT NULL,
    row_count bigint NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX path_rewrites_act ON path_rewrites (act_id, table_name);

DO $$
DECLARE
    one text;
BEGIN
    FOREACH one IN ARRAY ARRAY['former_paths', 'path_rewrites'] LOOP
        EXECUTE format('CREATE TRIGGER %1$s_append_only BEFORE UPDATE OR DELETE ON %1$s FOR EACH ROW EXECUTE FUNCTION deny_change()', one);
        EXECUTE format('CREATE TRIGGER %1$s_no_truncate BEFORE TRUNCATE ON %1$s FOR EACH STATEMENT EXECUTE FUNCTION deny_change()', one);
        EXECUTE format('ALTER TABLE %1$s ENABLE ALWAYS TRIGGER %1$s_append_only', one);
        EXECUTE format('ALTER TABLE %1$s ENABLE ALWAYS TRIGGER %1$s_no_truncate', one);
        EXECUTE format('GRANT SELECT ON %I TO hientruong_app', one);
    END LOOP;
END $$;

-- Every table whose rows lie somewhere, but: logs of what was read and refused tell of the unit of that day and are
-- never rewritten; places of figures are units of then; marks of parties follow `subjects` by trigger.
CREATE FUNCTION owned_tables() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
    AS $$ SELECT ARRAY['absences', 'approval_routes', 'approval_submissions', 'case_clocks', 'cases', 'decision_papers',
        'delegations', 'devices', 'diary_lines', 'documents', 'exceptions', 'field_documents', 'filed_documents',
        'informations', 'inspections', 'officers', 'outside_acts', 'people_asks', 'photos', 'plan_counts', 'plan_items',
        'plan_month_counts', 'plans', 'record_papers', 'reports', 'samples', 'scans', 'subjects', 'units'] $$;

-- What restructure() would rewrite: the same tables, the same condition. It sees what its caller may see.
CREATE FUNCTION count_owned(p_unit uuid) RETURNS TABLE (table_name text, row_count bigint) LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    old_level smallint := (SELECT cardinality(array_remove(ARRAY[unit_1, unit_2, unit_3, unit_4], NULL)) FROM public.units WHERE id = p_unit);
BEGIN
    FOREACH table_name IN ARRAY public.owned_tables() LOOP
        EXECUTE format('SELECT count(*) FROM public.%I WHERE unit_%s = $1', table_name, old_level)
            INTO row_count USING p_unit;
        RETURN NEXT;
    END LOOP;
END $$;

-- `public` is in the path for triggers of plan items, which name their tables without it; the owner alone makes tables
-- there. Put a unit below another (`p_into` false), or all that lies in it into another that takes over its work (true).
CREATE FUNCTION restructure(p_act uuid, p_officer uuid, p_unit uuid, p_to uuid, p_into boolean, p_since date)
    RETURNS TABLE (table_name text, row_count bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    old uuid[] := (SELECT array_remove(ARRAY[unit_1, unit_2, unit_3, unit_4], NULL) FROM public.units WHERE id = p_unit);
    new uuid[] := (SELECT array_remove(ARRAY[unit_1, unit_2, unit_3, unit_4], NULL) FROM public.units WHERE id = p_to);
    old_level int := cardinality(old);
    shift int;
    sets text;
    deepest int;
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

-- One case goes to another part of a unit that was split than the rest of it, with all that is the case's.
CREATE FUNCTION restructure_case(p_act uuid, p_officer uuid, p_case uuid, p_to uuid)
    RETURNS TABLE (table_name text, row_count bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    from_unit uuid := (SELECT c.unit_id FROM public.cases c JOIN public.units u ON u.id = c.unit_id
                       WHERE c.id = p_case AND u.valid_to IS NOT NULL);
    new record;
    named text;
BEGIN
    SELECT unit_1, unit_2, unit_3, unit_4 INTO new FROM public.units WHERE id = p_to AND valid_to IS NULL;
    IF from_unit IS NULL OR new.unit_1 IS NULL THEN
        RAISE EXCEPTION 'restructure_case: % cannot go to %', p_case, p_to USING ERRCODE = 'HT002';
    END IF;
    FOR table_name, named IN SELECT * FROM (VALUES ('cases', 'id'), ('case_clocks', 'case_id'), ('documents', 'case_id'),
            ('outside_acts', 'case_id'), ('exceptions', 'record_id'), ('scans', 'record_id'),
            ('approval_submissions', 'record_id'), ('diary_lines', 'record_id')) t LOOP
        EXECUTE format('UPDATE public.%I SET unit_1 = $2, unit_2 = $3, unit_3 = $4, unit_4 = $5 WHERE %I = $1', table_name, named)
            USING p_case, new.unit_1, new.unit_2, new.unit_3, new.unit_4;
        GET DIAGNOSTICS row_count = ROW_COUNT;
        INSERT INTO public.path_rewrites (act_id, officer_id, unit_id, to_id, table_name, row_count)
            VALUES (p_act, p_officer, from_unit, p_to, table_name, row_count);
        RETURN NEXT;
    END LOOP;
END $$;

REVOKE EXECUTE ON FUNCTION restructure_case(uuid, uuid, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION restructure_case(uuid, uuid, uuid, uuid) TO hientruong_app;
REVOKE EXECUTE ON FUNCTION restructure(uuid, uuid, uuid, uuid, boolean, date) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION count_owned(uuid), owned_tables() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION restructure(uuid, uuid, uuid, uuid, boolean, date), count_owned(uuid), owned_tables() TO hientruong_app;

-- Units that were closed before had no people; what they did stayed out of their successors' sight.
DO $$
DECLARE
    one record;
BEGIN
    FOR one IN
        SELECT u.id, u.successor_id, u.valid_to, e.act_id, e.officer_id FROM units u
        JOIN ledger_entries e ON e.record_id = u.id AND e.act_type = 'unit.closed' AND e.quarantine IS NULL
        WHERE u.valid_to IS NOT NULL AND u.successor_id IS NOT NULL ORDER BY u.valid_to DESC, e.received_at DESC
    LOOP
        PERFORM restructure(one.act_id, one.officer_id, one.id, one.successor_id, true, one.valid_to);
    END LOOP;
END $$;
