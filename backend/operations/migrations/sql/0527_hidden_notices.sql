-- Why: whether a notice may be read by its reader's office of today was asked of each one when a list was opened; who left an office with
-- twenty thousand of them waited for all. It is kept with the notice from now on, and asked anew when what it rests on changes: by
-- triggers, so that no way of writing forgets it. `verify` compares. Notices are read once and those to be hidden written, and their
-- three indexes are made anew: some seconds for a million, in which no notice is written.
ALTER TABLE notices ADD COLUMN hidden boolean NOT NULL DEFAULT false;

-- The rule; backend/force/queries/notices.py has it for `verify`, which compares both, and a test compares the kinds and roles.
CREATE FUNCTION notice_is_hidden(p_officer uuid, p_kind text, p_record uuid, p_at timestamptz) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT CASE
        WHEN p_kind IN ('ask', 'person', 'refusals', 'enrolled', 'device', 'device_waits', 'absence', 'route', 'export', 'message',
            'machine', 'restructuring', 'likeness') THEN false
        WHEN EXISTS (SELECT FROM officer_roles r WHERE r.officer_id = p_officer AND r.role <> 'administrator') AND NOT EXISTS (
            SELECT FROM (SELECT f.unit_id FROM former_offices f WHERE f.officer_id = p_officer AND f.until > p_at
                ORDER BY f.until LIMIT 1) f
            JOIN units u ON u.id = f.unit_id JOIN officers o ON o.id = p_officer
            WHERE NOT ((o.unit_id IN (u.unit_1, u.unit_2, u.unit_3, u.unit_4)) IS TRUE
                AND EXISTS (SELECT FROM officer_roles r WHERE r.officer_id = p_officer AND r.role = ANY (CASE
                    WHEN p_kind IN ('case', 'deadline', 'document', 'decision', 'record_paper', 'submission', 'plan')
                        THEN ARRAY['team_leader', 'supervisor', 'auditor', 'legal', 'clerk']
                    WHEN p_kind IN ('inspection', 'draft') THEN ARRAY['team_leader', 'supervisor', 'auditor', 'legal']
                    WHEN p_kind = 'information' THEN ARRAY['supervisor', 'auditor', 'team_leader']
                    WHEN p_kind = 'exception' THEN ARRAY['supervisor', 'auditor', 'legal']
                    WHEN p_kind = 'report' THEN ARRAY['inspector', 'team_leader', 'supervisor', 'auditor', 'legal', 'clerk']
                    WHEN p_kind = 'sample' THEN ARRAY['supervisor', 'auditor']
                    WHEN p_kind = 'party_merge' THEN ARRAY['inspector', 'team_leader', 'supervisor'] END)))
            AND NOT works_on(p_officer, p_record)) THEN false
        ELSE NOT (p_kind = 'submission' AND about_the_law(p_record)) END
$$;
REVOKE EXECUTE ON FUNCTION notice_is_hidden(uuid, text, uuid, timestamptz) FROM PUBLIC;

-- Ask anew of all notices of an officer, or of those about these records. Those that come into sight first, so that each is asked once.
CREATE FUNCTION hide_notices(p_officer uuid, p_records uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF p_records IS NULL THEN
        UPDATE notices n SET hidden = false WHERE n.officer_id = p_officer AND n.hidden
            AND NOT notice_is_hidden(n.officer_id, n.kind, n.record_id, n.at);
        UPDATE notices n SET hidden = true WHERE n.officer_id = p_officer AND NOT n.hidden
            AND notice_is_hidden(n.officer_id, n.kind, n.record_id, n.at);
    ELSE
        UPDATE notices n SET hidden = NOT n.hidden WHERE n.record_id = ANY (p_records) AND n.officer_id = p_officer
            AND n.hidden <> notice_is_hidden(n.officer_id, n.kind, n.record_id, n.at);
    END IF;
END $$;
REVOKE EXECUTE ON FUNCTION hide_notices(uuid, uuid[]) FROM PUBLIC;

CREATE FUNCTION notices_come() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    NEW.hidden := notice_is_hidden(NEW.officer_id, NEW.kind, NEW.record_id, NEW.at);
    RETURN NEW;
END $$;
CREATE TRIGGER notices_come BEFORE INSERT ON notices FOR EACH ROW EXECUTE FUNCTION notices_come();

-- The office: an officer moves, leaves an office, gets or loses a role.
CREATE FUNCTION notices_follow_the_office() RETURNS trigger
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
    -- Who never left an office and does not administer alone has nothing hidden.
    IF EXISTS (SELECT FROM former_offices f WHERE f.officer_id = who)
        OR EXISTS (SELECT FROM notices n WHERE n.officer_id = who AND n.hidden)
        OR NOT EXISTS (SELECT FROM officer_roles r WHERE r.officer_id = who AND r.role <> 'administrator') THEN
        PERFORM hide_notices(who, NULL);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER notices_follow AFTER UPDATE OF unit_id ON officers FOR EACH ROW
    WHEN (OLD.unit_id IS DISTINCT FROM NEW.unit_id) EXECUTE FUNCTION notices_follow_the_office();
CREATE TRIGGER notices_follow AFTER INSERT OR DELETE ON officer_roles FOR EACH ROW EXECUTE FUNCTION notices_follow_the_office();
CREATE TRIGGER notices_follow AFTER INSERT OR DELETE ON former_offices FOR EACH ROW EXECUTE FUNCTION notices_follow_the_office();

-- The tree: a unit that somebody left goes under another one, or to a successor.
CREATE FUNCTION notices_follow_units() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM hide_notices(o.officer_id, NULL) FROM (SELECT DISTINCT officer_id FROM former_offices WHERE unit_id = NEW.id) o;
    RETURN NULL;
END $$;
CREATE TRIGGER notices_follow AFTER UPDATE OF unit_1, unit_2, unit_3, unit_4 ON units FOR EACH ROW
    WHEN ((OLD.unit_1, OLD.unit_2, OLD.unit_3, OLD.unit_4) IS DISTINCT FROM (NEW.unit_1, NEW.unit_2, NEW.unit_3, NEW.unit_4))
    EXECUTE FUNCTION notices_follow_units();
CREATE INDEX former_offices_unit ON former_offices (unit_id);

-- Who works on a record, as works_on() has it. A row that comes into these tables with its record has no older notice.
CREATE FUNCTION notices_follow_the_work() RETURNS trigger
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
CREATE TRIGGER notices_follow AFTER INSERT OR DELETE ON inspection_team FOR EACH ROW EXECUTE FUNCTION notices_follow_the_work();
CREATE TRIGGER notices_follow AFTER INSERT OR DELETE ON case_officers FOR EACH ROW EXECUTE FUNCTION notices_follow_the_work();
CREATE TRIGGER notices_follow AFTER UPDATE OF readers ON informations FOR EACH ROW
    WHEN (OLD.readers IS DISTINCT FROM NEW.readers) EXECUTE FUNCTION notices_follow_the_work();
CREATE TRIGGER notices_follow AFTER UPDATE OF submitted_by ON approval_submissions FOR EACH ROW
    WHEN (OLD.submitted_by IS DISTINCT FROM NEW.submitted_by) EXECUTE FUNCTION notices_follow_the_work();
CREATE TRIGGER notices_follow AFTER UPDATE OF drafted_by ON decision_papers FOR EACH ROW
    WHEN (OLD.drafted_by IS DISTINCT FROM NEW.drafted_by) EXECUTE FUNCTION notices_follow_the_work();
CREATE TRIGGER notices_follow AFTER UPDATE OF drafted_by ON plans FOR EACH ROW
    WHEN (OLD.drafted_by IS DISTINCT FROM NEW.drafted_by) EXECUTE FUNCTION notices_follow_the_work();
REVOKE EXECUTE ON FUNCTION notices_come(), notices_follow_the_office(), notices_follow_units(), notices_follow_the_work() FROM PUBLIC;

UPDATE notices n SET hidden = true FROM officers o WHERE o.id = n.officer_id
    AND (EXISTS (SELECT FROM former_offices f WHERE f.officer_id = o.id AND f.until > n.at)
        OR NOT EXISTS (SELECT FROM officer_roles r WHERE r.officer_id = o.id AND r.role <> 'administrator'))
    AND notice_is_hidden(n.officer_id, n.kind, n.record_id, n.at);

DROP INDEX notices_officer;
DROP INDEX notices_of_kind;
DROP INDEX notices_open;
CREATE INDEX notices_officer ON notices (officer_id, hidden, at DESC, id DESC);
CREATE INDEX notices_of_kind ON notices (officer_id, hidden, about, at DESC, id DESC);
CREATE INDEX notices_open ON notices (officer_id, hidden) WHERE read_at IS NULL AND settled_at IS NULL;
