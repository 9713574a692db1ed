-- Why: items of a plan come from a workbook, which is looked at before it is confirmed: what was read of it waits here, bound to
-- its officer, its plan and its SHA-256. Adds a table; nothing else is locked.
CREATE TABLE plan_imports (
    id uuid PRIMARY KEY,
    plan_id uuid NOT NULL,                          -- the plan's record
    officer_id uuid NOT NULL REFERENCES officers,   -- who uploaded it, and alone may see and confirm it
    file_name text NOT NULL,                        -- as the browser named it
    sha256 text NOT NULL CONSTRAINT plan_imports_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    sheet jsonb,                                    -- the rows as they were read; empty once they are items
    uploaded_at timestamptz NOT NULL,
    confirmed_at timestamptz,
    items integer,                                  -- how many came into the plan
    CONSTRAINT plan_imports_waits_whole CHECK ((sheet IS NULL) = (confirmed_at IS NOT NULL)),
    CONSTRAINT plan_imports_confirmed_whole CHECK ((items IS NULL) = (confirmed_at IS NULL))
);
CREATE INDEX plan_imports_of_plan ON plan_imports (plan_id, uploaded_at DESC);
CREATE INDEX plan_imports_waiting ON plan_imports (uploaded_at) WHERE confirmed_at IS NULL;

GRANT SELECT, INSERT, DELETE, UPDATE (sheet, confirmed_at, items) ON plan_imports TO hientruong_app;
