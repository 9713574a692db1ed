-- Why: newer versions of minutes bear the symbols, items, closing and places to sign that Decree 118/2021 prints, and phones that
-- synced before learn of those that are written on site. What was begun on an older version moves, or stays on it. Some rows:
-- nothing is locked.

INSERT INTO form_releases (form, version) VALUES
    ('MBB01', 3), ('MBB02', 2), ('MBB03', 2), ('MBB05', 2), ('MBB06', 2), ('MBB15', 2), ('MBB20', 2), ('MBB21', 2),
    ('MBB26', 2), ('MBB27', 2), ('MBB28', 2);
INSERT INTO changes (officer_id, kind, ref, op)
SELECT o.id, 'form', f.ref, 'put' FROM officers o, unnest(ARRAY['MBB01/3', 'MBB15/2', 'MBB26/2']) AS f (ref);
