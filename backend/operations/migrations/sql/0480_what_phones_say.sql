-- Why: an administrator asks of a phone when it was last heard of, whether it still holds work, how old its app is, whether its browser may
-- delete what it keeps, and whether its clock is right. `last_seen_at` was written at a sign-in or refresh only; it now follows each request,
-- at most once a minute. `seen_on` is its day: an index on it is touched once a day, and every other contact stays on the row's page.
-- Columns without a default rewrite nothing; the day is filled in and the indexes are built over 20,000 devices in under a second.
ALTER TABLE devices
    ADD COLUMN seen_on date,
    ADD COLUMN app_version text CONSTRAINT devices_app_version CHECK (length(app_version) <= 40),
    ADD COLUMN app_number integer,                  -- of the version: major * 1,000,000 + minor * 1,000 + patch
    ADD COLUMN storage_used bigint CONSTRAINT devices_storage_used CHECK (storage_used >= 0),
    ADD COLUMN storage_quota bigint CONSTRAINT devices_storage_quota CHECK (storage_quota >= 0),
    ADD COLUMN storage_persisted boolean,
    ADD COLUMN clock_off_s integer,                 -- the server's clock minus the phone's
    ADD COLUMN told_at timestamptz;                 -- when the phone said all that, server's clock
UPDATE devices SET seen_on = (last_seen_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
ALTER TABLE devices ALTER COLUMN seen_on SET NOT NULL,
    ALTER COLUMN seen_on SET DEFAULT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, SET (fillfactor = 80);
ALTER TABLE device_logs
    ADD COLUMN unsent_acts integer CONSTRAINT device_logs_unsent_acts CHECK (unsent_acts >= 0),
    ADD COLUMN unsent_photos integer CONSTRAINT device_logs_unsent_photos CHECK (unsent_photos >= 0),
    ADD COLUMN unsent_bytes bigint CONSTRAINT device_logs_unsent_bytes CHECK (unsent_bytes >= 0),
    ADD COLUMN oldest_unsent_at timestamptz;        -- when the oldest of it was made, by the phone's clock put right
CREATE INDEX devices_enrolled ON devices (enrolled_at DESC, id DESC);
CREATE INDEX devices_seen ON devices (seen_on, id);
CREATE INDEX devices_unit_3 ON devices (unit_3, id) WHERE unit_3 IS NOT NULL;
CREATE INDEX devices_app ON devices (app_number);
CREATE INDEX devices_revoked ON devices (enrolled_at DESC, id DESC) WHERE revoked_at IS NOT NULL;
CREATE INDEX devices_clock ON devices (enrolled_at DESC, id DESC) WHERE abs(clock_off_s) > 120;
CREATE INDEX device_logs_oldest ON device_logs (oldest_unsent_at) WHERE oldest_unsent_at IS NOT NULL;
CREATE INDEX mobile_sessions_pair ON mobile_sessions (device_id, officer_id, created_at);
CREATE INDEX mobile_sessions_used ON mobile_sessions (officer_id, device_id);
