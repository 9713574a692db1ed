-- Why: a party opens the full copy of its paper by a second code, which the unit hands over with the copy: five wrong tries, 90
-- days. Only a slow hash of the code is kept. New tables only: no time at all.
CREATE TABLE party_copies (
    id uuid PRIMARY KEY,
    code text NOT NULL,
    record_id uuid NOT NULL,
    secret_hash text NOT NULL,
    given_by uuid NOT NULL REFERENCES officers,
    given_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    wrong_tries smallint NOT NULL DEFAULT 0 CONSTRAINT party_copies_five_tries CHECK (wrong_tries BETWEEN 0 AND 5),
    ended_at timestamptz
);
CREATE UNIQUE INDEX party_copies_one_open ON party_copies (code) WHERE ended_at IS NULL;
CREATE INDEX party_copies_of_a_paper ON party_copies (code, given_at);

CREATE TABLE party_copy_uses (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    copy_id uuid NOT NULL REFERENCES party_copies,
    what text NOT NULL CONSTRAINT party_copy_uses_what_known CHECK (what IN ('opened', 'wrong', 'file')),
    file_name text,
    at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX party_copy_uses_copy ON party_copy_uses (copy_id, at);
GRANT SELECT, INSERT ON party_copies, party_copy_uses TO hientruong_app;
GRANT UPDATE (wrong_tries, ended_at) ON party_copies TO hientruong_app;

CREATE TRIGGER party_copies_kept BEFORE DELETE ON party_copies FOR EACH ROW EXECUTE FUNCTION deny_change();
CREATE TRIGGER party_copies_no_truncate BEFORE TRUNCATE ON party_copies FOR EACH STATEMENT EXECUTE FUNCTION deny_change();
CREATE TRIGGER party_copy_uses_append_only BEFORE UPDATE OR DELETE ON party_copy_uses
    FOR EACH ROW EXECUTE FUNCTION deny_change();
CREATE TRIGGER party_copy_uses_no_truncate BEFORE TRUNCATE ON party_copy_uses
    FOR EACH STATEMENT EXECUTE FUNCTION deny_change();
ALTER TABLE party_copies ENABLE ALWAYS TRIGGER party_copies_kept;
ALTER TABLE party_copies ENABLE ALWAYS TRIGGER party_copies_no_truncate;
ALTER TABLE party_copy_uses ENABLE ALWAYS TRIGGER party_copy_uses_append_only;
ALTER TABLE party_copy_uses ENABLE ALWAYS TRIGGER party_copy_uses_no_truncate;
