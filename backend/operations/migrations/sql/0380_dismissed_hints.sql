-- Why: the first steps of each role are shown on the page of their work until an officer says that they are known. What was put away is kept
-- here by name, and shown again when asked for.
CREATE TABLE dismissed_hints (
    officer_id uuid NOT NULL REFERENCES officers,
    hint text NOT NULL CONSTRAINT dismissed_hints_hint CHECK (length(hint) <= 60),
    dismissed_at timestamptz NOT NULL,
    PRIMARY KEY (officer_id, hint)
);
GRANT SELECT, INSERT, DELETE ON dismissed_hints TO hientruong_app;
