-- Why: a new device of an officer was told to nobody: who had his password and a code worked beside him unseen. It is told to him, and a
-- unit may demand that a head or an administrator approves it first. A new table; one check of notices anew, a second for a million.

CREATE TABLE device_approvals (
    id uuid PRIMARY KEY,
    device_id uuid NOT NULL REFERENCES devices,
    officer_id uuid NOT NULL REFERENCES officers,
    asked_at timestamptz NOT NULL,
    approved_at timestamptz,
    approved_by uuid REFERENCES officers,
    CONSTRAINT device_approvals_pair UNIQUE (device_id, officer_id),
    CONSTRAINT device_approvals_whole CHECK ((approved_at IS NULL) = (approved_by IS NULL))
);
GRANT SELECT, INSERT, UPDATE (approved_at, approved_by) ON device_approvals TO hientruong_app;

ALTER TABLE notices DROP CONSTRAINT notices_kind_known;
ALTER TABLE notices ADD CONSTRAINT notices_kind_known
    CHECK (kind IN ('deadline', 'ask', 'person', 'refusals', 'enrolled', 'device', 'device_waits')) NOT VALID;
ALTER TABLE notices VALIDATE CONSTRAINT notices_kind_known;
