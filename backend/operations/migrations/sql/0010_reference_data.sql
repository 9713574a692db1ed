-- Why: phones keep the register of their area and fetch only what changed in it; and the desk sees how much work still waits
-- on a phone. Reads subjects once to mark each (a second for a hundred thousand) and builds one index on inspections while
-- writes of it wait: about two seconds for a million.

-- One narrow row for each business and each area that has, or had, it: what a phone's delta runs along. Apart from subjects,
-- because an act of an inspection moves the mark of its subject, and must not rewrite the register's row with its text index.
-- Where a mark's subject is no longer in that area, phones are told to forget it.
CREATE TABLE subject_marks (
    subject_id uuid NOT NULL,
    unit_1 uuid NOT NULL,
    unit_2 uuid NOT NULL,                        -- the department; the nation itself for what no department has
    changed_xid xid8 NOT NULL,                   -- transaction that last changed the subject or its history
    PRIMARY KEY (subject_id, unit_2)
) WITH (fillfactor = 80);
CREATE INDEX subject_marks_1 ON subject_marks (unit_1, changed_xid, subject_id);
CREATE INDEX subject_marks_2 ON subject_marks (unit_2, changed_xid, subject_id);
GRANT SELECT, INSERT, UPDATE (changed_xid) ON subject_marks TO hientruong_app;

CREATE FUNCTION mark_subject(subject uuid, nation uuid, department uuid) RETURNS void LANGUAGE sql AS $$
    INSERT INTO public.subject_marks AS m (subject_id, unit_1, unit_2, changed_xid)
    VALUES (subject, nation, COALESCE(department, nation), pg_current_xact_id())
    ON CONFLICT (subject_id, unit_2) DO UPDATE SET changed_xid = excluded.changed_xid
        WHERE m.changed_xid <> excluded.changed_xid
$$;

CREATE FUNCTION subject_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM public.mark_subject(OLD.id, OLD.unit_1, OLD.unit_2);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM public.mark_subject(NEW.id, NEW.unit_1, NEW.unit_2);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER subjects_marked AFTER INSERT OR UPDATE OR DELETE ON subjects
    FOR EACH ROW EXECUTE FUNCTION subject_changed();

-- What a phone is told of earlier inspections: that there is one, its state, and the minutes in force.
CREATE FUNCTION history_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM public.mark_subject(s.id, s.unit_1, s.unit_2) FROM public.subjects s WHERE s.id = NEW.subject_id;
    RETURN NULL;
END $$;
CREATE TRIGGER inspections_begin_history AFTER INSERT ON inspections
    FOR EACH ROW WHEN (NEW.subject_id IS NOT NULL) EXECUTE FUNCTION history_changed();
CREATE TRIGGER inspections_move_history AFTER UPDATE OF state, minutes_id ON inspections
    FOR EACH ROW WHEN (NEW.subject_id IS NOT NULL
        AND (NEW.state <> OLD.state OR NEW.minutes_id IS DISTINCT FROM OLD.minutes_id))
    EXECUTE FUNCTION history_changed();

INSERT INTO subject_marks (subject_id, unit_1, unit_2, changed_xid)
SELECT id, unit_1, COALESCE(unit_2, unit_1), pg_current_xact_id() FROM subjects;

CREATE INDEX inspections_subject ON inspections (subject_id, issued_at DESC, id DESC) WHERE subject_id IS NOT NULL;

-- What a phone said of itself at its last sync; null until it does.
ALTER TABLE device_logs
    ADD COLUMN unsent integer CONSTRAINT device_logs_unsent_range CHECK (unsent BETWEEN 0 AND 1000000),
    ADD COLUMN unsent_at timestamptz,
    ADD CONSTRAINT device_logs_unsent_whole CHECK ((unsent IS NULL) = (unsent_at IS NULL));
