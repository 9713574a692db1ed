-- Why: a phone gives second codes too, and may ask again after a lost answer; and the unit keeps when, to whom and how a copy was
-- handed over. A column without a default on a small table, and a new table: no time at all.
ALTER TABLE party_copies ADD COLUMN asked uuid;

CREATE TABLE party_copy_handovers (
    id uuid PRIMARY KEY,
    code text NOT NULL,
    record_id uuid NOT NULL,
    copy_id uuid REFERENCES party_copies,
    way text NOT NULL CONSTRAINT party_copy_handovers_way_known CHECK (way IN ('screen', 'slip_58', 'slip_80', 'a4')),
    receiver text NOT NULL CONSTRAINT party_copy_handovers_receiver_named CHECK (length(receiver) BETWEEN 1 AND 200),
    appointment_at timestamptz,
    appointment_place text,
    handed_by uuid NOT NULL REFERENCES officers,
    handed_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT party_copy_handovers_whole_appointment CHECK ((appointment_at IS NULL) = (appointment_place IS NULL))
);
CREATE INDEX party_copy_handovers_of_a_paper ON party_copy_handovers (code, handed_at);
GRANT SELECT, INSERT ON party_copy_handovers TO hientruong_app;

CREATE TRIGGER party_copy_handovers_append_only BEFORE UPDATE OR DELETE ON party_copy_handovers
    FOR EACH ROW EXECUTE FUNCTION deny_change();
CREATE TRIGGER party_copy_handovers_no_truncate BEFORE TRUNCATE ON party_copy_handovers
    FOR EACH STATEMENT EXECUTE FUNCTION deny_change();
ALTER TABLE party_copy_handovers ENABLE ALWAYS TRIGGER party_copy_handovers_append_only;
ALTER TABLE party_copy_handovers ENABLE ALWAYS TRIGGER party_copy_handovers_no_truncate;
