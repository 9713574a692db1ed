-- Why: administrators of the nation publish the catalogue, and the notice that such a submission waits for them was hidden
-- as content of a case. It names none. A function that reads: locks nothing.
CREATE FUNCTION about_the_law(p_submission uuid) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM approval_submissions s WHERE s.id = p_submission AND s.record_kind = 'catalogue')
$$;
REVOKE EXECUTE ON FUNCTION about_the_law(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION about_the_law(uuid) TO hientruong_app;
