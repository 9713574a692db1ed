-- Why: inspection minutes (BB-KT) and those of non-execution (BB-KKT) name the inspected party by the law's words in their second
-- version, and phones that synced before learn of it. What was begun on the first version is completed on it. Some rows: nothing
-- is locked.

INSERT INTO form_releases (form, version) VALUES ('BB-KT', 2), ('BB-KKT', 2);
INSERT INTO changes (officer_id, kind, ref, op)
SELECT o.id, 'form', f.ref, 'put' FROM officers o, unnest(ARRAY['BB-KT/2', 'BB-KKT/2']) AS f (ref);
