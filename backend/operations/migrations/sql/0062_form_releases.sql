-- Why: minutes on an older version of their form leave out what the newer one asks (code, day, values), and with it what they are
-- compared in. From when this installation has each newer version is what tells a late paper from a new one. A new table only.

CREATE TABLE form_releases (
    form text NOT NULL,
    version integer NOT NULL CHECK (version > 1),
    released_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (form, version)
);
INSERT INTO form_releases (form, version, released_at)
SELECT form, 2, coalesce((SELECT applied_at FROM migrations WHERE id = '0029_forms_with_values'), now())
FROM (VALUES ('MBB01'), ('MQĐ02')) AS known (form);
GRANT SELECT ON form_releases TO hientruong_app;
