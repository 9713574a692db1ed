-- Why: every number of a paper stands in a register - used, or void with a reason, or lent to a phone as part of a block - so
-- that "unique, in its year, without gaps" (Circular 22/2021/TT-BCT Art 6) can be shown and not only claimed; and the
-- certificates by which officers sign. New tables; `inspections` is read once to enter the decisions numbered so far: under a
-- second for a hundred thousand.

-- Officers sign papers under a number of their own (N/SYMBOL-OFFICER_NO): the same as document_sequences for units.
CREATE TABLE officer_sequences (
    officer_id uuid NOT NULL REFERENCES officers,
    form text NOT NULL,
    year smallint NOT NULL,
    last_number integer NOT NULL CONSTRAINT officer_sequences_number_positive CHECK (last_number >= 0),
    PRIMARY KEY (officer_id, form, year)
);

-- Numbers lent to a phone, for papers that are signed where there is no signal.
CREATE TABLE number_blocks (
    id uuid PRIMARY KEY,
    officer_id uuid NOT NULL REFERENCES officers,
    device_id uuid NOT NULL REFERENCES devices,
    form text NOT NULL,
    year smallint NOT NULL,
    first_number integer NOT NULL,
    last_number integer NOT NULL,
    given_at timestamptz NOT NULL DEFAULT now(),
    closed_at timestamptz,                        -- what was unused then is void
    close_reason text,
    CONSTRAINT number_blocks_order CHECK (1 <= first_number AND first_number <= last_number),
    CONSTRAINT number_blocks_closed_whole CHECK ((closed_at IS NULL) = (close_reason IS NULL)),
    CONSTRAINT number_blocks_once UNIQUE (officer_id, form, year, first_number)
);
CREATE INDEX number_blocks_open ON number_blocks (device_id, officer_id) WHERE closed_at IS NULL;

CREATE TABLE document_numbers (
    issuer_kind text NOT NULL CONSTRAINT document_numbers_issuer_known CHECK (issuer_kind IN ('unit', 'officer')),
    issuer_id uuid NOT NULL,                      -- of a unit or an officer: the sequences carry the foreign keys
    form text NOT NULL,
    year smallint NOT NULL,
    number integer NOT NULL CONSTRAINT document_numbers_positive CHECK (number >= 1),
    state text NOT NULL CONSTRAINT document_numbers_state_known CHECK (state IN ('used', 'void', 'reserved')),
    document_id uuid,
    block_id uuid REFERENCES number_blocks,
    reason text,                                  -- why it is void, or was
    act_id uuid,                                  -- the act that used or voided it, where one did
    changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (issuer_kind, issuer_id, form, year, number),
    CONSTRAINT document_numbers_used_by CHECK (state <> 'used' OR document_id IS NOT NULL),
    CONSTRAINT document_numbers_void_why CHECK (state <> 'void' OR reason IS NOT NULL),
    CONSTRAINT document_numbers_reserved_for CHECK (state <> 'reserved' OR (block_id IS NOT NULL AND document_id IS NULL))
);
CREATE UNIQUE INDEX document_numbers_document ON document_numbers (document_id) WHERE state = 'used';
CREATE INDEX document_numbers_block ON document_numbers (block_id) WHERE block_id IS NOT NULL;

-- A number goes forward only. The one way back to 'used': a paper that was signed without a signal turns up after its block
-- was closed. People hold that paper: its number was used, whatever the register said meanwhile.
CREATE FUNCTION document_numbers_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state = 'reserved'
        OR (OLD.state = 'used' AND NEW.state = 'void' AND NEW.document_id = OLD.document_id)
        OR (OLD.state = 'void' AND NEW.state = 'used' AND OLD.block_id IS NOT NULL AND OLD.document_id IS NULL)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'number % of % % cannot go from % to %', OLD.number, OLD.form, OLD.year, OLD.state, NEW.state
        USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER document_numbers_forward BEFORE UPDATE ON document_numbers
    FOR EACH ROW EXECUTE FUNCTION document_numbers_forward();

-- Decisions numbered before there was a register: PPUU and at least four digits, by the unit that has such a sequence.
INSERT INTO document_numbers (issuer_kind, issuer_id, form, year, number, state, document_id)
SELECT DISTINCT ON (u.id, s.year, d.serial) 'unit', u.id, 'QĐ-KT', s.year, d.serial, 'used', i.decision_id
FROM inspections i
JOIN units u ON starts_with(split_part(i.decision_number, '/', 1), rpad(u.code, greatest(4, length(u.code)), '0'))
JOIN document_sequences s ON s.unit_id = u.id AND s.form = 'QĐ-KT' AND s.year::text = left(i.decision->>'issued_on', 4)
CROSS JOIN LATERAL (
    SELECT substr(split_part(i.decision_number, '/', 1), greatest(4, length(u.code)) + 1) AS digits
) n
CROSS JOIN LATERAL (
    SELECT CASE WHEN n.digits ~ '^[0-9]{4,9}$' THEN n.digits::integer END AS serial
) d
WHERE d.serial BETWEEN 1 AND s.last_number
ORDER BY u.id, s.year, d.serial, i.issued_at
ON CONFLICT DO NOTHING;

-- Certificates: the public half, and for PKCS#12 the file itself, encrypted by its owner's passphrase and sealed by the
-- server's key beside. The passphrase is typed at each signing and stored nowhere.
CREATE TABLE officer_certificates (
    id uuid PRIMARY KEY,
    officer_id uuid NOT NULL REFERENCES officers,
    kind text NOT NULL CONSTRAINT officer_certificates_kind_known CHECK (kind IN ('pkcs12', 'pkcs11')),
    der bytea NOT NULL,
    fingerprint text NOT NULL CONSTRAINT officer_certificates_fingerprint_form CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
    subject text NOT NULL,
    issuer text NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_to timestamptz NOT NULL,
    sealed_p12 bytea,
    key_label text,                               -- on the token
    registered_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz,
    revoke_reason text,
    CONSTRAINT officer_certificates_key_somewhere CHECK ((sealed_p12 IS NULL) = (kind = 'pkcs11')),
    CONSTRAINT officer_certificates_revoked_whole CHECK ((revoked_at IS NULL) = (revoke_reason IS NULL)),
    CONSTRAINT officer_certificates_once UNIQUE (fingerprint)
);
CREATE INDEX officer_certificates_officer ON officer_certificates (officer_id) WHERE revoked_at IS NULL;

GRANT SELECT, INSERT, UPDATE (last_number) ON officer_sequences TO hientruong_app;
GRANT SELECT, INSERT, UPDATE (closed_at, close_reason) ON number_blocks TO hientruong_app;
GRANT SELECT, INSERT, UPDATE (state, document_id, reason, act_id, changed_at) ON document_numbers TO hientruong_app;
GRANT SELECT, INSERT, UPDATE (revoked_at, revoke_reason) ON officer_certificates TO hientruong_app;
