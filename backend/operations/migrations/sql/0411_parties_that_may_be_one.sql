-- Why: parties that may be one are proposed with reasons, told apart, and merged by two persons (docs/parties/merging.md). Three new tables, two
-- empty columns of subjects and indexes by which likely pairs are found: subjects cannot be written meanwhile, some twenty seconds for a million.
-- Every party waits to be compared; a worker does it in portions.

ALTER TABLE subjects
    ADD COLUMN merged_into uuid REFERENCES subjects,
    ADD COLUMN compared_at timestamptz,
    ADD CONSTRAINT subjects_not_into_itself CHECK (merged_into <> id);
CREATE INDEX subjects_merged ON subjects (merged_into, id) WHERE merged_into IS NOT NULL;
CREATE INDEX subjects_to_compare ON subjects (id) WHERE compared_at IS NULL AND merged_into IS NULL;
CREATE INDEX subjects_phone_key ON subjects (phone_key, id) WHERE phone_key IS NOT NULL;
CREATE INDEX subjects_address_key ON subjects (address_key, id);
CREATE INDEX subjects_name_key_like ON subjects USING gin (name_key gin_trgm_ops);

-- A party that was merged leaves the phones.
CREATE TRIGGER subjects_merged_marked AFTER UPDATE OF merged_into ON subjects FOR EACH ROW EXECUTE FUNCTION subject_changed();

CREATE TABLE party_pairs (
    one_id uuid NOT NULL REFERENCES subjects,
    other_id uuid NOT NULL REFERENCES subjects,
    unit_1 uuid NOT NULL,
    unit_2 uuid,                                     -- null: two departments', for readers above both
    weight smallint NOT NULL CONSTRAINT party_pairs_weight CHECK (weight BETWEEN 0 AND 100),
    reasons jsonb NOT NULL,
    state text NOT NULL DEFAULT 'open' CONSTRAINT party_pairs_state_known CHECK (state IN ('open', 'apart', 'asked', 'merged')),
    found_at timestamptz NOT NULL,
    apart_by uuid REFERENCES officers,
    apart_at timestamptz,
    apart_reason text,
    CONSTRAINT party_pairs_key PRIMARY KEY (one_id, other_id),
    CONSTRAINT party_pairs_in_order CHECK (one_id < other_id),
    CONSTRAINT party_pairs_apart_whole CHECK ((state = 'apart') = (apart_by IS NOT NULL) AND (apart_by IS NULL) = (apart_at IS NULL)
        AND (apart_by IS NULL) = (apart_reason IS NULL))
);
CREATE INDEX party_pairs_other ON party_pairs (other_id);
CREATE INDEX party_pairs_page_1 ON party_pairs (unit_1, state, weight DESC, one_id, other_id);
CREATE INDEX party_pairs_page_2 ON party_pairs (unit_2, state, weight DESC, one_id, other_id);

-- A party that moves with its unit takes its pairs along.
CREATE FUNCTION pairs_follow_party() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE party_pairs q SET unit_1 = a.unit_1, unit_2 = CASE WHEN a.unit_2 IS NOT DISTINCT FROM b.unit_2 THEN a.unit_2 END
    FROM subjects a, subjects b
    WHERE a.id = q.one_id AND b.id = q.other_id AND (q.one_id = NEW.id OR q.other_id = NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER subjects_take_pairs_along AFTER UPDATE OF unit_1, unit_2 ON subjects FOR EACH ROW
    WHEN (OLD.unit_1 <> NEW.unit_1 OR OLD.unit_2 IS DISTINCT FROM NEW.unit_2) EXECUTE FUNCTION pairs_follow_party();

CREATE TABLE party_merges (
    ask_id uuid PRIMARY KEY,                         -- the act that asked
    party_id uuid NOT NULL REFERENCES subjects,      -- which stays
    other_id uuid NOT NULL REFERENCES subjects,      -- which goes into it
    party jsonb NOT NULL,                            -- PartyDetails after the merge
    before jsonb NOT NULL,                           -- PartyDetails of the party which stays, as they were when it was asked
    stays text NOT NULL,
    goes text NOT NULL,
    reason text NOT NULL,
    asked_by uuid NOT NULL REFERENCES officers,
    asked_at timestamptz NOT NULL,
    state text NOT NULL CONSTRAINT party_merges_state_known CHECK (state IN ('asked', 'merged', 'declined', 'undone')),
    decided_by uuid REFERENCES officers,
    decided_at timestamptz,
    decided_reason text,
    undone_by uuid REFERENCES officers,
    undone_at timestamptz,
    undone_reason text
);
CREATE UNIQUE INDEX party_merges_open_of ON party_merges (other_id) WHERE state IN ('asked', 'merged');
CREATE INDEX party_merges_of ON party_merges (party_id, asked_at);

CREATE TABLE party_records_of_other (
    record_id uuid PRIMARY KEY,                      -- an inspection or a case that names one party and is another's, since a merge was undone
    party_id uuid NOT NULL REFERENCES subjects       -- whose it is
);
CREATE INDEX party_records_of_other_party ON party_records_of_other (party_id);

GRANT SELECT, INSERT, DELETE, UPDATE (unit_1, unit_2, weight, reasons, state, found_at, apart_by, apart_at, apart_reason) ON party_pairs
    TO hientruong_app;
GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at, decided_reason, undone_by, undone_at, undone_reason) ON party_merges
    TO hientruong_app;
GRANT SELECT, INSERT, UPDATE (party_id) ON party_records_of_other TO hientruong_app;
