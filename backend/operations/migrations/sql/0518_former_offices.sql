-- Why: who moved to another unit, or is a head no longer, went on reading the notices that had come to the former office.
-- Where an officer served until they moved or lost a role is kept from now on, and taken from the ledger for the time before.
-- A new table and a function that reads. Meanwhile nobody is registered or moved and no unit changes, as the table refers to both;
-- only the entries of officers are read.
CREATE TABLE former_offices (
    officer_id uuid NOT NULL REFERENCES officers,
    until timestamptz NOT NULL,                     -- the moment of the act
    unit_id uuid NOT NULL REFERENCES units,         -- where they served until then
    PRIMARY KEY (officer_id, until)
);
GRANT SELECT, INSERT ON former_offices TO hientruong_app;

DO $$
DECLARE
    one record;
    who uuid;
    unit uuid;
    asks jsonb := '{}';                             -- the unit that a move asks for, by the ask
    target uuid;
BEGIN
    FOR one IN
        SELECT o.id, e.act_type, e.received_at, e.act::jsonb -> 'content' AS said
        FROM officers o JOIN ledger_entries e ON e.record_id = o.id AND e.quarantine IS NULL
            AND e.act_type IN ('officer.registered', 'officer.moved', 'officer.taken', 'officer.role_taken', 'move.asked', 'ask.confirmed')
        ORDER BY o.id, e.number
    LOOP
        IF who IS DISTINCT FROM one.id THEN
            who := one.id;
            unit := NULL;
            asks := '{}';
        END IF;
        IF one.act_type = 'move.asked' THEN
            asks := asks || jsonb_build_object(one.said ->> 'ask_id', one.said ->> 'unit_id');
        END IF;
        target := CASE one.act_type WHEN 'officer.moved' THEN one.said ->> 'unit_id'
            WHEN 'ask.confirmed' THEN asks ->> (one.said ->> 'ask_id') END;
        IF unit IS NOT NULL AND (target IS NOT NULL
                OR (one.act_type = 'officer.role_taken' AND one.said ->> 'role' <> 'administrator')) THEN
            INSERT INTO former_offices VALUES (who, one.received_at, unit) ON CONFLICT DO NOTHING;
        END IF;
        IF target IS NOT NULL THEN
            unit := target;
        ELSIF one.act_type = 'officer.registered'
                OR (one.act_type = 'officer.taken' AND one.said ->> 'from_unit_id' = unit::text) THEN
            unit := (one.said ->> 'unit_id')::uuid;
        END IF;
    END LOOP;
END $$;

-- As scope.py has it of who is on a team, took something in, submitted or drafted it, whatever unit it lies in.
CREATE FUNCTION works_on(p_officer uuid, p_record uuid) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM officer_roles r WHERE r.officer_id = p_officer AND r.role IN ('inspector', 'team_leader', 'supervisor'))
        AND (EXISTS (SELECT FROM inspection_team t WHERE t.inspection_id = p_record AND t.officer_id = p_officer)
            OR EXISTS (SELECT FROM case_officers c WHERE c.case_id = p_record AND c.officer_id = p_officer)
            OR EXISTS (SELECT FROM documents d JOIN case_officers c ON c.case_id = d.case_id
                       WHERE d.id = p_record AND c.officer_id = p_officer))
    OR EXISTS (SELECT FROM informations i WHERE i.id = p_record AND i.readers @> ARRAY[p_officer])
    OR EXISTS (SELECT FROM approval_submissions s WHERE s.id = p_record AND s.submitted_by = p_officer)
    OR EXISTS (SELECT FROM decision_papers p WHERE p.id = p_record AND p.drafted_by = p_officer)
    OR EXISTS (SELECT FROM plans p WHERE p.id = p_record AND p.drafted_by = p_officer)
$$;
REVOKE EXECUTE ON FUNCTION works_on(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION works_on(uuid, uuid) TO hientruong_app;
