-- Why: one administrator at a desk merged, moved, split and closed units alone. Each is asked for now, and confirmed by
-- a second administrator of the level above. One new table. For one more kind of notice `notices` is read under a lock:
-- a second for a million.
CREATE TABLE unit_asks (
    id uuid PRIMARY KEY,
    unit_id uuid NOT NULL REFERENCES units,
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,
    kind text NOT NULL CONSTRAINT unit_asks_kind CHECK (kind IN ('merge', 'move', 'split', 'close')),
    content jsonb NOT NULL,
    above smallint NOT NULL,                        -- lowest level whose administrators could confirm it
    asked_by uuid NOT NULL REFERENCES officers,
    asked_at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CONSTRAINT unit_asks_state CHECK (state IN ('waiting', 'confirmed', 'declined')),
    answered_by uuid REFERENCES officers,
    answered_at timestamptz,
    note text,
    CONSTRAINT unit_asks_two CHECK (state <> 'confirmed' OR answered_by <> asked_by),
    CONSTRAINT unit_asks_answered CHECK ((state = 'waiting') = (answered_by IS NULL))
);
CREATE INDEX unit_asks_newest ON unit_asks (asked_at DESC, id DESC);
CREATE INDEX unit_asks_unit ON unit_asks (unit_id);
GRANT SELECT, INSERT ON unit_asks TO hientruong_app;
GRANT UPDATE (state, answered_by, answered_at, note) ON unit_asks TO hientruong_app;

DO $$
DECLARE
    known text;
BEGIN
    SELECT pg_get_expr(conbin, conrelid) INTO STRICT known FROM pg_constraint
        WHERE conname = 'notices_kind_known' AND conrelid = 'notices'::regclass;
    ALTER TABLE notices DROP CONSTRAINT notices_kind_known;
    EXECUTE format('ALTER TABLE notices ADD CONSTRAINT notices_kind_known CHECK (%s OR kind = ''restructuring'') NOT VALID', known);
    ALTER TABLE notices VALIDATE CONSTRAINT notices_kind_known;
    -- Asks lie where their unit lies.
    EXECUTE format('CREATE OR REPLACE FUNCTION owned_tables() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE'
        ' SET search_path = pg_catalog, pg_temp AS %L', format('SELECT %L::text[]', owned_tables() || 'unit_asks'::text));
END $$;
