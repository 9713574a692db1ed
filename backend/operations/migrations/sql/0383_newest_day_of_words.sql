-- Why: a search begins at the newest day on which all of its words stand in some record, not at the end of that quarter, so that what
-- only old records say is looked for where it is. A record's words get the tags of its month and year beside that of its quarter: a
-- month has a short list in the index, and a year of five million records is one list and not four. The tags are written here, so that
-- no record is missed until the worker comes to it: some minutes for a million records, in which only the worker waits. Parties and
-- officers, whose words were not noted, are.
SELECT FROM search_progress FOR UPDATE;
LOCK TABLE search_newest IN ACCESS EXCLUSIVE MODE;
ALTER TABLE search_newest ADD COLUMN day date;
UPDATE search_newest SET day = (make_date(quarter / 4, quarter % 4 * 3 + 1, 1) + interval '3 months - 1 day')::date;
ALTER TABLE search_newest ALTER COLUMN day SET NOT NULL;
ALTER TABLE search_newest DROP COLUMN quarter;
UPDATE case_words w SET words = (w.words::text
        || to_char(r.opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh', ' "''@m"YYYYMM"'':1 ''@y"YYYY"'':1"'))::tsvector
    FROM cases r WHERE r.id = w.id;
UPDATE inspection_words w SET words = (w.words::text
        || to_char(r.issued_at AT TIME ZONE 'Asia/Ho_Chi_Minh', ' "''@m"YYYYMM"'':1 ''@y"YYYY"'':1"'))::tsvector
    FROM inspections r WHERE r.id = w.id;
UPDATE information_words w SET words = (w.words::text
        || to_char(r.received_at AT TIME ZONE 'Asia/Ho_Chi_Minh', ' "''@m"YYYYMM"'':1 ''@y"YYYY"'':1"'))::tsvector
    FROM informations r WHERE r.id = w.id;
UPDATE paper_words w SET words = (w.words::text
        || to_char(r.drafted_at AT TIME ZONE 'Asia/Ho_Chi_Minh', ' "''@m"YYYYMM"'':1 ''@y"YYYY"'':1"'))::tsvector
    FROM documents r WHERE r.id = w.id;
UPDATE party_words w SET words = (w.words::text
        || to_char(r.created_at AT TIME ZONE 'Asia/Ho_Chi_Minh', ' "''@m"YYYYMM"'':1 ''@y"YYYY"'':1"'))::tsvector
    FROM subjects r WHERE r.id = w.id;
INSERT INTO search_newest (kind, word, day)
    SELECT 'party', l.lexeme, max((r.created_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
    FROM party_words w JOIN subjects r ON r.id = w.id, unnest(w.words) l WHERE l.lexeme !~ '^[@0-9]' GROUP BY l.lexeme
    ON CONFLICT (kind, word) DO UPDATE SET day = greatest(search_newest.day, excluded.day);
INSERT INTO search_newest (kind, word, day)
    SELECT DISTINCT 'person', l.lexeme, date '0001-01-01'
    FROM officer_words w, unnest(w.words) l WHERE l.lexeme !~ '^[@0-9]'
    ON CONFLICT (kind, word) DO NOTHING;
