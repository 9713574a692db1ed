-- Why: one search box finds cases, inspections, informations, papers, parties and officers by any words of theirs, without diacritics, in
-- the reader's scope. Beside each slim row stands one of its words (folded by our own program, stored: an expression would be computed
-- again for each row that is looked at) and the texts from which an excerpt is shown. A worker writes them from sealed entries of the
-- ledger (search_progress) and from what waits (search_waiting: parties and officers whose row
-- changed, and records that could not be read);
-- nothing is written while an act is taken. Empty tables: the worker fills them, some hundred records a second.
LOCK TABLE officers, subjects IN SHARE ROW EXCLUSIVE MODE;
CREATE TABLE case_words (
    id uuid CONSTRAINT case_words_key PRIMARY KEY,
    words tsvector NOT NULL,
    said jsonb NOT NULL
);
CREATE TABLE inspection_words (
    id uuid CONSTRAINT inspection_words_key PRIMARY KEY,
    words tsvector NOT NULL,
    said jsonb NOT NULL
);
CREATE TABLE information_words (
    id uuid CONSTRAINT information_words_key PRIMARY KEY,
    words tsvector NOT NULL,
    said jsonb NOT NULL
);
CREATE TABLE paper_words (
    id uuid CONSTRAINT paper_words_key PRIMARY KEY,
    words tsvector NOT NULL,
    said jsonb NOT NULL
);
CREATE TABLE party_words (
    id uuid CONSTRAINT party_words_key PRIMARY KEY,
    words tsvector NOT NULL,
    said jsonb NOT NULL
);
CREATE TABLE officer_words (
    id uuid CONSTRAINT officer_words_key PRIMARY KEY,
    words tsvector NOT NULL,
    said jsonb NOT NULL
);
-- No pending list: who searches would read it through, and nobody waits for who writes.
CREATE INDEX case_words_of ON case_words USING gin (words) WITH (fastupdate = off);
CREATE INDEX inspection_words_of ON inspection_words USING gin (words) WITH (fastupdate = off);
CREATE INDEX information_words_of ON information_words USING gin (words) WITH (fastupdate = off);
CREATE INDEX paper_words_of ON paper_words USING gin (words) WITH (fastupdate = off);
CREATE INDEX party_words_of ON party_words USING gin (words) WITH (fastupdate = off);
CREATE INDEX officer_words_of ON officer_words USING gin (words) WITH (fastupdate = off);
CREATE TABLE search_progress (
    one boolean PRIMARY KEY DEFAULT true CONSTRAINT search_progress_one CHECK (one),
    through bigint NOT NULL,
    followed_at timestamptz NOT NULL
);
INSERT INTO search_progress (through, followed_at) VALUES (0, now());
CREATE TABLE search_waiting (
    id uuid CONSTRAINT search_waiting_key PRIMARY KEY,
    kind text NOT NULL,
    since timestamptz NOT NULL DEFAULT now(),
    fault text,
    tried_at timestamptz,
    CONSTRAINT search_waiting_tried CHECK ((fault IS NULL) = (tried_at IS NULL))
);
INSERT INTO search_waiting (id, kind) SELECT id, 'party' FROM subjects;
INSERT INTO search_waiting (id, kind) SELECT id, 'person' FROM officers ON CONFLICT (id) DO NOTHING;
CREATE FUNCTION waits_for_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.search_waiting (id, kind) VALUES (NEW.id, TG_ARGV[0])
    ON CONFLICT (id) DO UPDATE SET since = now(), fault = NULL, tried_at = NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER subjects_wait_for_words AFTER INSERT OR UPDATE ON subjects
    FOR EACH ROW EXECUTE FUNCTION waits_for_words('party');
CREATE TRIGGER officers_wait_for_words AFTER INSERT OR UPDATE OF full_name, officer_number, unit_1, unit_2, unit_3, unit_4 ON officers
    FOR EACH ROW EXECUTE FUNCTION waits_for_words('person');
GRANT SELECT, INSERT, UPDATE, DELETE ON case_words, inspection_words, information_words, paper_words, party_words, officer_words,
    search_waiting TO hientruong_app;
GRANT SELECT, UPDATE ON search_progress TO hientruong_app;
