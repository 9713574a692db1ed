-- Why: who does alone what two persons should do gives his reason, and somebody checks it afterwards. What stood in the ledger before
-- (teams that gave a visit up, issuers who led their inspection) is listed too. A new table only; ledger_entries are read, not locked.

CREATE TABLE exceptions (
    id uuid PRIMARY KEY,                         -- of the act that is the exception; its own record has the same
    kind text NOT NULL CONSTRAINT exceptions_kind_known CHECK (kind IN
        ('self_signed', 'same_hand', 'reopened', 'leader_is_issuer', 'discarded')),
    record_kind text NOT NULL CONSTRAINT exceptions_record_kind_known CHECK (record_kind IN ('case', 'inspection')),
    record_id uuid NOT NULL,
    officer_id uuid NOT NULL REFERENCES officers,
    unit_1 uuid NOT NULL, unit_2 uuid, unit_3 uuid, unit_4 uuid,
    reason text NOT NULL,
    at timestamptz NOT NULL,
    check_by timestamptz,                        -- end of the fifth working day, where the rule sets a term
    verdict text CONSTRAINT exceptions_verdict_known CHECK (verdict IN ('right', 'wrong')),
    note text NOT NULL DEFAULT '',
    checked_by uuid REFERENCES officers,
    checked_at timestamptz,
    CONSTRAINT exceptions_checked_whole CHECK ((verdict IS NULL) = (checked_by IS NULL AND checked_at IS NULL)),
    CONSTRAINT exceptions_never_by_himself CHECK (checked_by IS DISTINCT FROM officer_id)
);
CREATE INDEX exceptions_record ON exceptions (record_id);
CREATE INDEX exceptions_unit_1 ON exceptions (unit_1, coalesce(check_by, '9999-12-31Z'), id);
CREATE INDEX exceptions_unit_2 ON exceptions (unit_2, coalesce(check_by, '9999-12-31Z'), id);

GRANT SELECT, INSERT, UPDATE (verdict, note, checked_by, checked_at) ON exceptions TO hientruong_app;

INSERT INTO exceptions (id, kind, record_kind, record_id, officer_id, unit_1, unit_2, unit_3, unit_4, reason, at)
SELECT e.act_id, CASE e.act_type WHEN 'inspection.discarded' THEN 'discarded' ELSE 'leader_is_issuer' END, 'inspection',
    e.record_id, e.officer_id, i.unit_1, i.unit_2, i.unit_3, i.unit_4, coalesce(e.act::jsonb #>> '{content,reason}', ''),
    e.received_at
FROM ledger_entries e JOIN inspections i ON i.id = e.record_id
WHERE e.quarantine IS NULL AND (e.act_type = 'inspection.discarded' OR e.act_type = 'decision.issued' AND EXISTS (
    SELECT FROM jsonb_array_elements(e.act::jsonb #> '{content,team}') m
    WHERE m ->> 'role' = 'lead' AND m ->> 'officer_id' = e.officer_id::text));
