-- A unit with those whose work it has: asked by lists of what waits for the heads of one unit. A hundred rows.
CREATE INDEX units_place ON units ((coalesce(unit_4, unit_3, unit_2, unit_1)));
DROP INDEX units_ended_at;

-- Rows of workbooks that wait to become parties lie in a unit too.
CREATE OR REPLACE FUNCTION owned_tables() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
    AS $$ SELECT ARRAY['absences', 'approval_routes', 'approval_submissions', 'case_clocks', 'cases', 'decision_papers',
        'delegations', 'devices', 'diary_lines', 'documents', 'exceptions', 'field_documents', 'filed_documents',
        'informations', 'inspections', 'officers', 'outside_acts', 'party_imports', 'people_asks', 'photos', 'plan_counts',
        'plan_items', 'plan_month_counts', 'plans', 'record_papers', 'reports', 'samples', 'scans', 'subjects', 'units'] $$;
