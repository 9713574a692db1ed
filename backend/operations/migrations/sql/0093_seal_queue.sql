-- Why: what waits to be sealed was found by comparing transaction ids. After a restore into a fresh cluster these begin anew and
-- lower, so nothing new was ever sealed, and the lag was told as none. Now it stands in a queue. Reads the ledger once and builds
-- one index on it while everybody waits: some two seconds for a million entries.

-- At once, and before anything else of the ledger: a lock taken first weakly and then strongly would stand against the acts.
LOCK TABLE ledger_entries, ledger_leaves, ledger_checkpoints IN ACCESS EXCLUSIVE MODE;

-- In with the entry, out with its leaf, in the same statements, by triggers: whoever writes, an older version too, cannot forget
-- it. Out only with its leaf: the application must not be able to hide an entry from the sealer.
CREATE TABLE ledger_unsealed (
    record_id uuid NOT NULL,
    number bigint NOT NULL,
    entry_id bigint NOT NULL,                    -- the entry's: the order of sealing
    entry_hash bytea NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (record_id, number)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000); -- every row dies within seconds
GRANT SELECT, INSERT, DELETE ON ledger_unsealed TO hientruong_app;

CREATE FUNCTION entry_waits_for_its_leaf() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.ledger_unsealed (record_id, number, entry_id, entry_hash, received_at)
    VALUES (NEW.record_id, NEW.number, NEW.entry_id, NEW.entry_hash, NEW.received_at) ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER ledger_entries_wait AFTER INSERT ON ledger_entries
    FOR EACH ROW EXECUTE FUNCTION entry_waits_for_its_leaf();
ALTER TABLE ledger_entries ENABLE ALWAYS TRIGGER ledger_entries_wait;

CREATE FUNCTION entries_have_their_leaves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM public.ledger_unsealed q USING leaves l WHERE q.record_id = l.record_id AND q.number = l.number;
    RETURN NULL;
END $$;
CREATE TRIGGER ledger_leaves_end_waiting AFTER INSERT ON ledger_leaves REFERENCING NEW TABLE AS leaves
    FOR EACH STATEMENT EXECUTE FUNCTION entries_have_their_leaves();
ALTER TABLE ledger_leaves ENABLE ALWAYS TRIGGER ledger_leaves_end_waiting;

CREATE FUNCTION waits_until_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM public.ledger_leaves l WHERE l.record_id = OLD.record_id AND l.number = OLD.number) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'append_only: an entry waits until it is sealed' USING ERRCODE = 'HT001';
END $$;
CREATE TRIGGER ledger_unsealed_until_sealed BEFORE DELETE ON ledger_unsealed
    FOR EACH ROW EXECUTE FUNCTION waits_until_sealed();
ALTER TABLE ledger_unsealed ENABLE ALWAYS TRIGGER ledger_unsealed_until_sealed;
CREATE TRIGGER ledger_unsealed_unchanged BEFORE UPDATE ON ledger_unsealed FOR EACH ROW EXECUTE FUNCTION deny_change();
ALTER TABLE ledger_unsealed ENABLE ALWAYS TRIGGER ledger_unsealed_unchanged;
CREATE TRIGGER ledger_unsealed_no_truncate BEFORE TRUNCATE ON ledger_unsealed
    FOR EACH STATEMENT EXECUTE FUNCTION deny_change();
ALTER TABLE ledger_unsealed ENABLE ALWAYS TRIGGER ledger_unsealed_no_truncate;

-- The order in which entries came, for looking over the newest ones. The other index served the comparison of transaction ids.
CREATE INDEX ledger_entries_in_order ON ledger_entries (entry_id);
DROP INDEX ledger_entries_xid;

-- Stated by nobody any more. A worker of the version before, which still asks for it, looks through the whole ledger then.
ALTER TABLE ledger_checkpoints ALTER COLUMN bound_xid SET DEFAULT '0';

INSERT INTO ledger_unsealed (record_id, number, entry_id, entry_hash, received_at)
SELECT e.record_id, e.number, e.entry_id, e.entry_hash, e.received_at FROM ledger_entries e
WHERE NOT EXISTS (SELECT FROM ledger_leaves l WHERE l.record_id = e.record_id AND l.number = e.number);
