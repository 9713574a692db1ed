-- Why: a head or an administrator has to reach whoever holds a phone ("bring it in", "sign out and in again") and to see who read it. The
-- text is an act; this table is its fold, and what each reader got and read stands in notices. And a unit may now demand by an act that
-- new phones wait for an approval, which until here only the operator's setting could.
CREATE TABLE phone_messages (
    id uuid PRIMARY KEY,
    device_id uuid REFERENCES devices,          -- null: to the phones of the unit and below
    unit_id uuid NOT NULL REFERENCES units,     -- the unit, or that of the device
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,
    text text NOT NULL CONSTRAINT phone_messages_text CHECK (length(text) BETWEEN 3 AND 500),
    sent_by uuid NOT NULL REFERENCES officers,
    sent_at timestamptz NOT NULL
);
CREATE INDEX phone_messages_1 ON phone_messages (unit_1, sent_at DESC, id DESC);
CREATE INDEX phone_messages_2 ON phone_messages (unit_2, sent_at DESC, id DESC) WHERE unit_2 IS NOT NULL;
CREATE INDEX phone_messages_3 ON phone_messages (unit_3, sent_at DESC, id DESC) WHERE unit_3 IS NOT NULL;
CREATE INDEX phone_messages_device ON phone_messages (device_id, sent_at DESC) WHERE device_id IS NOT NULL;
GRANT SELECT, INSERT ON phone_messages TO hientruong_app;

ALTER TABLE units ADD COLUMN device_approval boolean NOT NULL DEFAULT false;
GRANT UPDATE (device_approval) ON units TO hientruong_app;

-- One more kind, whatever kinds there are already.
DO $$
DECLARE
    known text;
BEGIN
    SELECT pg_get_expr(conbin, conrelid) INTO STRICT known FROM pg_constraint
        WHERE conname = 'notices_kind_known' AND conrelid = 'notices'::regclass;
    ALTER TABLE notices DROP CONSTRAINT notices_kind_known;
    EXECUTE format('ALTER TABLE notices ADD CONSTRAINT notices_kind_known CHECK (%s OR kind = ''message'') NOT VALID', known);
    ALTER TABLE notices VALIDATE CONSTRAINT notices_kind_known;
END $$;

-- Messages lie where their unit lies: one more of the tables that a restructuring rewrites, whatever there are already.
DO $$
BEGIN
    EXECUTE format('CREATE OR REPLACE FUNCTION owned_tables() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE'
        ' SET search_path = pg_catalog, pg_temp AS %L', format('SELECT %L::text[]', owned_tables() || 'phone_messages'::text));
END $$;
