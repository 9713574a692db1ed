-- Why: the work diary of a unit (Circular 22/2021 M12) writes itself from the acts of inspections. New, empty table; its lines
-- begin with this version. A page is read by unit and time; what waits for a leader, by a small index of its own.
CREATE TABLE diary_lines (
    id uuid PRIMARY KEY,
    record_kind text NOT NULL,
    record_id uuid NOT NULL,
    act_type text NOT NULL,
    unit_id uuid NOT NULL REFERENCES units,
    unit_1 uuid NOT NULL,
    unit_2 uuid,
    unit_3 uuid,
    unit_4 uuid,
    entered_on date NOT NULL,
    at timestamptz NOT NULL,
    line jsonb NOT NULL,
    line_hash text NOT NULL,
    officers uuid[] NOT NULL,
    confirmed_by uuid REFERENCES officers,
    confirmed_at timestamptz,
    notes jsonb NOT NULL,
    CONSTRAINT diary_lines_confirmed CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL))
);
CREATE INDEX diary_lines_unit_1 ON diary_lines (unit_1, at DESC, id DESC);
CREATE INDEX diary_lines_unit_2 ON diary_lines (unit_2, at DESC, id DESC) WHERE unit_2 IS NOT NULL;
CREATE INDEX diary_lines_unit_3 ON diary_lines (unit_3, at DESC, id DESC) WHERE unit_3 IS NOT NULL;
CREATE INDEX diary_lines_unit_4 ON diary_lines (unit_4, at DESC, id DESC) WHERE unit_4 IS NOT NULL;
CREATE INDEX diary_lines_waiting ON diary_lines (unit_id, at) WHERE confirmed_by IS NULL;
CREATE INDEX diary_lines_officers ON diary_lines USING gin (officers);
CREATE INDEX diary_lines_record ON diary_lines (record_id);
GRANT SELECT, INSERT ON diary_lines TO hientruong_app;
-- What a line says can be changed by nobody.
GRANT UPDATE (confirmed_by, confirmed_at, notes) ON diary_lines TO hientruong_app;
