-- Why: whether a notice is hidden was asked without regard to what others write at the same moment: a notice that came while its reader
-- moved, or a team that changed meanwhile, was answered by what stood before, and stayed visible. Who asks now waits for who changes
-- the answer. And phones were told by acts of moves and roles alone what went out of sight; they are told by what hides it, and of what
-- comes back. `verify` found such a notice, but nothing put it right: what is kept wrongly is written anew. Notices of officers who left
-- an office are read once: less than a second for a million.

-- Held to the end of the transaction: alone by who changes an office, shared by all others who ask of an officer. Some more than a
-- thousand locks, since a notice may go to all heads at once, and the server has room for some thousands.
CREATE FUNCTION hold_notices(p_officers uuid[], p_alone boolean) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    one int;
BEGIN
    FOR one IN SELECT DISTINCT hashtext(o::text) & 1023 AS lock FROM unnest(p_officers) AS o ORDER BY lock LOOP
        IF p_alone THEN
            PERFORM pg_advisory_xact_lock(hashtext('notices'), one);
        ELSE
            PERFORM pg_advisory_xact_lock_shared(hashtext('notices'), one);
        END IF;
    END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION hold_notices(uuid[], boolean) FROM PUBLIC;

-- Write the answer anew, and tell the reader's phones, which keep time limits of cases apart.
CREATE FUNCTION turn_notices(p_ids uuid[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH turned AS (
        UPDATE notices SET hidden = notice_is_hidden(officer_id, kind, record_id, at) WHERE id = ANY (p_ids)
        RETURNING id, officer_id, kind, hidden, phone, settled_at, read_at, text_key
    )
    INSERT INTO changes (officer_id, kind, ref, op)
    SELECT officer_id, CASE WHEN kind = 'deadline' THEN 'notice' ELSE 'told' END, id::text, CASE WHEN hidden THEN 'remove' ELSE 'put' END
    FROM turned WHERE phone AND settled_at IS NULL AND (read_at IS NULL OR kind = 'draft' OR text_key = 'decision.proposed')
$$;
REVOKE EXECUTE ON FUNCTION turn_notices(uuid[]) FROM PUBLIC;

CREATE OR REPLACE FUNCTION hide_notices(p_officer uuid, p_records uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM turn_notices(ARRAY(SELECT n.id FROM notices n
        WHERE n.officer_id = p_officer AND (p_records IS NULL OR n.record_id = ANY (p_records))
            AND n.hidden <> notice_is_hidden(n.officer_id, n.kind, n.record_id, n.at)));
END $$;

-- Kinds without content are never hidden. They go to many at once, also by who changes an office, who must not wait for another such.
CREATE OR REPLACE FUNCTION notices_come() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.kind NOT IN ('ask', 'person', 'refusals', 'enrolled', 'device', 'device_waits', 'absence', 'route', 'export', 'message',
            'machine', 'restructuring', 'likeness') THEN
        PERFORM hold_notices(ARRAY[NEW.officer_id], false);
    END IF;
    NEW.hidden := notice_is_hidden(NEW.officer_id, NEW.kind, NEW.record_id, NEW.at);
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION notices_follow_the_office() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    who uuid;
BEGIN
    IF TG_TABLE_NAME = 'officers' THEN
        who := NEW.id;
    ELSIF TG_OP = 'DELETE' THEN
        who := OLD.officer_id;
    ELSE
        who := NEW.officer_id;
    END IF;
    PERFORM hold_notices(ARRAY[who], true);
    IF TG_TABLE_NAME = 'former_offices' AND TG_OP = 'INSERT' THEN
        -- The unit that is left may just be going under another one.
        PERFORM FROM units u WHERE u.id = NEW.unit_id FOR SHARE;
    END IF;
    -- Who never left an office and does not administer alone has nothing hidden.
    IF EXISTS (SELECT FROM former_offices f WHERE f.officer_id = who)
        OR EXISTS (SELECT FROM notices n WHERE n.officer_id = who AND n.hidden)
        OR NOT EXISTS (SELECT FROM officer_roles r WHERE r.officer_id = who AND r.role <> 'administrator') THEN
        PERFORM hide_notices(who, NULL);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION notices_follow_units() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    who uuid[] := ARRAY(SELECT DISTINCT officer_id FROM former_offices WHERE unit_id = NEW.id ORDER BY officer_id);
BEGIN
    PERFORM hold_notices(who, true);
    PERFORM hide_notices(one, NULL) FROM unnest(who) AS one;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION notices_follow_the_work() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    who uuid[];
    about uuid[];
BEGIN
    IF TG_TABLE_NAME IN ('inspection_team', 'case_officers') THEN
        IF TG_OP = 'DELETE' THEN
            who := ARRAY[OLD.officer_id];
        ELSE
            who := ARRAY[NEW.officer_id];
        END IF;
    ELSIF TG_TABLE_NAME = 'informations' THEN
        who := OLD.readers || NEW.readers;
    ELSIF TG_TABLE_NAME = 'approval_submissions' THEN
        who := ARRAY[OLD.submitted_by, NEW.submitted_by];
    ELSE
        who := ARRAY[OLD.drafted_by, NEW.drafted_by];
    END IF;
    PERFORM hold_notices(who, false);
    SELECT array_agg(DISTINCT f.officer_id) INTO who FROM former_offices f WHERE f.officer_id = ANY (who);
    IF who IS NULL THEN
        RETURN NULL;
    END IF;
    IF TG_TABLE_NAME = 'inspection_team' AND TG_OP = 'DELETE' THEN
        about := ARRAY[OLD.inspection_id];
    ELSIF TG_TABLE_NAME = 'inspection_team' THEN
        about := ARRAY[NEW.inspection_id];
    ELSIF TG_TABLE_NAME = 'case_officers' AND TG_OP = 'DELETE' THEN
        about := OLD.case_id || ARRAY(SELECT d.id FROM documents d WHERE d.case_id = OLD.case_id);
    ELSIF TG_TABLE_NAME = 'case_officers' THEN
        about := NEW.case_id || ARRAY(SELECT d.id FROM documents d WHERE d.case_id = NEW.case_id);
    ELSE
        about := ARRAY[NEW.id];
    END IF;
    PERFORM hide_notices(one, about) FROM unnest(who) AS one;
    RETURN NULL;
END $$;

DO $$
BEGIN
    PERFORM hide_notices(o.officer_id, NULL) FROM (SELECT DISTINCT officer_id FROM former_offices) o;
END $$;
