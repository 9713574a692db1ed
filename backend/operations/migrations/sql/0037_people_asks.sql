-- Why: what one administrator could do alone to take over an officer's place (a reset, a role above inspector, a head's
-- position, a move upwards) is asked for by one person and confirmed by another. A new table and a nullable column; links that
-- nobody used yet and that outlive the hour of the new rule end within it. Nothing is locked for long.

CREATE TABLE people_asks (
    id uuid PRIMARY KEY,
    officer_id uuid NOT NULL REFERENCES officers,
    kind text NOT NULL CONSTRAINT people_asks_kind_known CHECK (kind IN ('role', 'position', 'reset', 'move')),
    content jsonb NOT NULL,                      -- of the act that asked
    asked_by uuid NOT NULL REFERENCES officers,
    asked_at timestamptz NOT NULL,
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,  -- of the position asked for; else of the officer then
    state text NOT NULL DEFAULT 'waiting' CONSTRAINT people_asks_state_known CHECK (state IN ('waiting', 'confirmed', 'declined')),
    answered_by uuid REFERENCES officers,
    answered_at timestamptz,
    operator text,                               -- who at the command line, where it was answered there
    reason text,                                 -- why it was declined, or what was checked
    code_hash bytea,                             -- of a reset: the code that the confirmer hands over
    used_at timestamptz,                         -- of a reset: its link was made
    CONSTRAINT people_asks_second_person CHECK (
        answered_by IS NULL OR operator IS NOT NULL OR state = 'declined' OR answered_by NOT IN (asked_by, officer_id)),
    CONSTRAINT people_asks_answer_whole CHECK ((state = 'waiting') = (answered_at IS NULL))
);
CREATE INDEX people_asks_unit_1 ON people_asks (unit_1, id);
CREATE INDEX people_asks_unit_2 ON people_asks (unit_2, id);
CREATE INDEX people_asks_unit_3 ON people_asks (unit_3, id);
CREATE INDEX people_asks_officer ON people_asks (officer_id, id);
CREATE INDEX people_asks_asker ON people_asks (asked_by, id);
GRANT SELECT, INSERT, UPDATE (state, answered_by, answered_at, operator, reason, code_hash, used_at) ON people_asks TO hientruong_app;

ALTER TABLE enrolments ADD COLUMN code_hash bytea;
ALTER TABLE enrolments ADD COLUMN ask_id uuid;               -- the confirmed ask that it rests on
ALTER TABLE enrolments ADD CONSTRAINT enrolments_code_of_ask CHECK ((ask_id IS NULL) = (code_hash IS NULL));
UPDATE enrolments SET expires_at = now() + interval '1 hour' WHERE used_at IS NULL AND expires_at > now() + interval '1 hour';
