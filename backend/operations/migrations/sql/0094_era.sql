-- Why: transaction ids order what phones are told, and after a restore into a fresh cluster they begin anew and lower: what came
-- before the restore seemed to lie in the future. An era, raised with each restore, stands before the transaction id. Builds one
-- index on changes and two on subject_marks anew, while everybody waits: about a second each for a million rows.

LOCK TABLE installation, changes, subject_marks IN ACCESS EXCLUSIVE MODE;

ALTER TABLE installation ADD COLUMN era integer NOT NULL DEFAULT 1 CONSTRAINT installation_era_from_one CHECK (era >= 1);

-- Of what is written now. A default, so that who writes need not know of it: an older version, a trigger, a migration.
CREATE FUNCTION present_era() RETURNS integer LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT i.era FROM public.installation i);
END $$;

ALTER TABLE changes ADD COLUMN era integer NOT NULL DEFAULT 1;
ALTER TABLE changes ALTER COLUMN era SET DEFAULT present_era();
DROP INDEX changes_officer;
CREATE INDEX changes_officer ON changes (officer_id, era, xid, id);

ALTER TABLE subject_marks ADD COLUMN era integer NOT NULL DEFAULT 1;
ALTER TABLE subject_marks ALTER COLUMN era SET DEFAULT present_era();
DROP INDEX subject_marks_1, subject_marks_2;
CREATE INDEX subject_marks_1 ON subject_marks (unit_1, era, changed_xid, subject_id);
CREATE INDEX subject_marks_2 ON subject_marks (unit_2, era, changed_xid, subject_id);
GRANT UPDATE (era) ON subject_marks TO hientruong_app;

CREATE OR REPLACE FUNCTION mark_subject(subject uuid, nation uuid, department uuid) RETURNS void LANGUAGE sql AS $$
    INSERT INTO public.subject_marks AS m (subject_id, unit_1, unit_2, changed_xid)
    VALUES (subject, nation, COALESCE(department, nation), pg_current_xact_id())
    ON CONFLICT (subject_id, unit_2) DO UPDATE SET changed_xid = excluded.changed_xid, era = excluded.era
        WHERE (m.era, m.changed_xid) <> (excluded.era, excluded.changed_xid)
$$;

-- After a restore, or any other loss of what was committed: what comes now is later than all that was, and phones load anew.
-- The owner's to call, while nothing else runs; the new era is the answer.
CREATE FUNCTION begin_new_era() RETURNS integer LANGUAGE sql AS $$
    UPDATE public.installation SET era = era + 1, epoch = gen_random_uuid() RETURNING era
$$;
REVOKE EXECUTE ON FUNCTION begin_new_era() FROM PUBLIC;
