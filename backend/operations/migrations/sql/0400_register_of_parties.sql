-- Why: a party of the register is a record whose acts say all that is known of it (docs/decisions/0103): numbers with who gave them, a
-- person's particulars, representatives, licences, branches, former names, the place before 2025-07-01, the area officer, whether it
-- trades. subjects stays what lists, searches and phones read; what lists never ask is in its column details. Keys by which names,
-- addresses and phones are compared stand beside them, those of parties that are here already written by this file as
-- backend/parties/rules/normal.py writes them, but for short words of addresses.
-- Locks subjects and rewrites it once with nine indexes: some twenty seconds for a million parties, in which nobody reads them.
LOCK TABLE subjects IN ACCESS EXCLUSIVE MODE;

DROP TRIGGER subjects_marked ON subjects;
DROP TRIGGER subjects_wait_for_words ON subjects;

ALTER TABLE subjects
    ADD COLUMN state text NOT NULL DEFAULT 'active' CONSTRAINT subjects_state_known CHECK (state IN ('active', 'closed')),
    ADD COLUMN closed_on date,
    ADD COLUMN closed_why text
        CONSTRAINT subjects_closed_why_known CHECK (closed_why IN ('ceased', 'dissolved', 'moved', 'died', 'mistaken')),
    ADD COLUMN sign text,
    ADD COLUMN main_party_id uuid REFERENCES subjects,
    ADD COLUMN area_officer_id uuid REFERENCES officers,
    ADD COLUMN licence_until date,
    ADD COLUMN details jsonb,
    ADD COLUMN name_key text,
    ADD COLUMN address_key text,
    ADD COLUMN phone_key text,
    ADD COLUMN changed_at timestamptz,
    ADD CONSTRAINT subjects_closed_whole CHECK ((state = 'closed') = (closed_on IS NOT NULL) AND (closed_on IS NULL) = (closed_why IS NULL)),
    ADD CONSTRAINT subjects_no_branch_of_itself CHECK (main_party_id <> id);

UPDATE subjects SET
    name_key = regexp_replace(btrim(regexp_replace(fold(name), '[^a-z0-9]+', ' ', 'g')),
        '^(cong ty trach nhiem huu han mot thanh vien|cong ty trach nhiem huu han hai thanh vien tro len|cong ty trach nhiem huu han'
        '|cong ty tnhh mot thanh vien|cong ty tnhh mtv|cong ty tnhh 1 thanh vien|cong ty tnhh hai thanh vien|cong ty tnhh'
        '|cong ty co phan|cong ty cp|cong ty hop danh|cty tnhh mtv|cty tnhh|cty cp|doanh nghiep tu nhan|dntn|hop tac xa|htx'
        '|ho kinh doanh|hkd|co so kinh doanh|cua hang|cong ty|cty) (?=.)', ''),
    address_key = btrim(regexp_replace(fold(address), '[^a-z0-9]+', ' ', 'g')),
    phone_key = CASE WHEN length(regexp_replace(phone, '[^0-9]', '', 'g')) >= 8
        THEN regexp_replace(regexp_replace(phone, '[^0-9]', '', 'g'), CASE WHEN phone LIKE '+%' THEN '^840?' ELSE '^00840?' END, '0')
        END;

ALTER TABLE subjects ADD COLUMN words tsvector GENERATED ALWAYS AS (
    to_tsvector('simple'::regconfig, fold(name || ' ' || coalesce(trade_name, '') || ' ' || coalesce(sign, '')))) STORED;

-- A page of the register in the order of names, whole, and narrowed by each filter; by the end of licences.
CREATE INDEX subjects_page_1 ON subjects (unit_1, fold(name), id);
CREATE INDEX subjects_page_2 ON subjects (unit_2, fold(name), id);
CREATE INDEX subjects_kind_1 ON subjects (unit_1, kind, fold(name), id);
CREATE INDEX subjects_kind_2 ON subjects (unit_2, kind, fold(name), id);
CREATE INDEX subjects_closed_1 ON subjects (unit_1, fold(name), id) WHERE state = 'closed';
CREATE INDEX subjects_closed_2 ON subjects (unit_2, fold(name), id) WHERE state = 'closed';
CREATE INDEX subjects_province ON subjects (province_code, fold(name), id) WHERE province_code IS NOT NULL;
CREATE INDEX subjects_commune ON subjects (commune_code, fold(name), id) WHERE commune_code IS NOT NULL;
CREATE INDEX subjects_area_officer ON subjects (area_officer_id, fold(name), id) WHERE area_officer_id IS NOT NULL;
CREATE INDEX subjects_licence_1 ON subjects (unit_1, licence_until, id) WHERE licence_until IS NOT NULL AND state = 'active';
CREATE INDEX subjects_licence_2 ON subjects (unit_2, licence_until, id) WHERE licence_until IS NOT NULL AND state = 'active';
CREATE INDEX subjects_branches ON subjects (main_party_id, id) WHERE main_party_id IS NOT NULL;
CREATE INDEX subjects_words ON subjects USING gin (words) WITH (fastupdate = off);
CREATE INDEX subjects_name_key ON subjects (name_key);

-- What a phone and the search know of a party; other columns move neither of them.
CREATE TRIGGER subjects_marked AFTER INSERT OR DELETE OR UPDATE OF unit_1, unit_2, kind, name, trade_name, tax_code, registration_number,
    address, latitude_e7, longitude_e7, representative, representative_title, phone ON subjects
    FOR EACH ROW EXECUTE FUNCTION subject_changed();
CREATE TRIGGER subjects_wait_for_words AFTER INSERT OR UPDATE OF unit_1, unit_2, unit_3, unit_4, name, trade_name, sign, tax_code,
    registration_number, address, phone, business_lines, details ON subjects
    FOR EACH ROW EXECUTE FUNCTION waits_for_words('party');

CREATE TABLE party_identifiers (
    party_id uuid NOT NULL REFERENCES subjects,
    kind text NOT NULL CONSTRAINT party_identifiers_kind_known CHECK (kind IN ('tax_code', 'enterprise_code', 'personal_number',
        'old_identity_card', 'passport', 'household_number', 'registration_number')),
    value text NOT NULL,                            -- compact: no separators, in capitals
    CONSTRAINT party_identifiers_key PRIMARY KEY (party_id, kind, value)
);
CREATE INDEX party_identifiers_value ON party_identifiers (value, party_id);
INSERT INTO party_identifiers (party_id, kind, value)
SELECT id, 'tax_code', v FROM (SELECT id, upper(regexp_replace(tax_code, '[^[:alnum:]]', '', 'g')) AS v FROM subjects) t WHERE v <> '';
INSERT INTO party_identifiers (party_id, kind, value)
SELECT id, 'registration_number', v
FROM (SELECT id, upper(btrim(regexp_replace(registration_number, '\s+', ' ', 'g'))) AS v FROM subjects) t WHERE v <> '';

CREATE TABLE party_licences (
    id uuid PRIMARY KEY,
    party_id uuid NOT NULL REFERENCES subjects,
    kind text NOT NULL CONSTRAINT party_licences_kind_known CHECK (kind IN ('alcohol', 'tobacco', 'petrol', 'gas', 'food_safety',
        'pharmacy', 'cosmetics', 'fertiliser', 'electronic_commerce', 'other')),
    title text,
    number text NOT NULL,
    issuer text,
    issued_on date,
    valid_from date,
    valid_to date,                                  -- its last day; null without a term
    ended_on date,
    ended_why text
        CONSTRAINT party_licences_ended_why_known CHECK (ended_why IN ('revoked', 'given_back', 'replaced', 'mistaken')),
    ended_reason text,
    CONSTRAINT party_licences_ended_whole CHECK ((ended_on IS NULL) = (ended_why IS NULL) AND (ended_on IS NULL) = (ended_reason IS NULL))
);
CREATE INDEX party_licences_party ON party_licences (party_id, id);

CREATE TABLE party_former_names (
    party_id uuid NOT NULL REFERENCES subjects,
    number bigint NOT NULL,                         -- of the act that renamed it
    name text NOT NULL,
    until date NOT NULL,                            -- the first day of the next name
    CONSTRAINT party_former_names_key PRIMARY KEY (party_id, number)
);
GRANT SELECT, INSERT, DELETE ON party_identifiers TO hientruong_app;
GRANT SELECT, INSERT, UPDATE (kind, title, number, issuer, issued_on, valid_from, valid_to, ended_on, ended_why, ended_reason)
    ON party_licences TO hientruong_app;
GRANT SELECT, INSERT ON party_former_names TO hientruong_app;
