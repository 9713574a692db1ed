-- Why: each officer says which kinds of notice the desk and the phone show, and when the phone's banner is quiet (practice B16). The newest row
-- counts; those before stay, so that it is known who had switched what off, and when. A new, empty table.

CREATE TABLE notice_settings (
    id uuid PRIMARY KEY,
    officer_id uuid NOT NULL REFERENCES officers,   -- who chose, for himself
    choices jsonb NOT NULL,                         -- {kind: {desk, phone}}, only of kinds that were chosen
    quiet_from smallint CONSTRAINT notice_settings_from_in_day CHECK (quiet_from BETWEEN 0 AND 1439),
    quiet_until smallint CONSTRAINT notice_settings_until_in_day CHECK (quiet_until BETWEEN 0 AND 1439),
    at timestamptz NOT NULL,
    CONSTRAINT notice_settings_quiet_whole CHECK (
        quiet_from IS NULL AND quiet_until IS NULL OR quiet_from IS NOT NULL AND quiet_until IS NOT NULL AND quiet_from <> quiet_until)
);
CREATE INDEX notice_settings_newest ON notice_settings (officer_id, at DESC, id DESC);
GRANT SELECT, INSERT ON notice_settings TO hientruong_app;
