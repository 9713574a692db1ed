-- Why: the search finds submissions for approval by what was commented and answered, plans and reports by their texts and papers, and
-- informations by their papers, too. Empty tables, which the worker fills: what they are about waits in search_waiting, a few records for
-- each unit and week. Nothing else is written anew. The search walks the newest of a unit, and what an officer submitted: submissions and
-- reports get the indexes for it, a second for a million; who writes them waits meanwhile, readers do not.
CREATE TABLE submission_words (
    id uuid CONSTRAINT submission_words_key PRIMARY KEY,
    words tsvector NOT NULL,
    said jsonb NOT NULL
);
CREATE TABLE plan_words (
    id uuid CONSTRAINT plan_words_key PRIMARY KEY,
    words tsvector NOT NULL,
    said jsonb NOT NULL
);
CREATE TABLE report_words (
    id uuid CONSTRAINT report_words_key PRIMARY KEY,
    words tsvector NOT NULL,
    said jsonb NOT NULL
);
CREATE INDEX submission_words_of ON submission_words USING gin (words) WITH (fastupdate = off);
CREATE INDEX plan_words_of ON plan_words USING gin (words) WITH (fastupdate = off);
CREATE INDEX report_words_of ON report_words USING gin (words) WITH (fastupdate = off);
CREATE INDEX approval_submissions_page_1 ON approval_submissions (unit_1, submitted_at DESC, id DESC);
CREATE INDEX approval_submissions_page_2 ON approval_submissions (unit_2, submitted_at DESC, id DESC);
CREATE INDEX approval_submissions_page_3 ON approval_submissions (unit_3, submitted_at DESC, id DESC);
CREATE INDEX approval_submissions_submitter ON approval_submissions (submitted_by);
CREATE INDEX reports_page_1 ON reports (unit_1, begun_at DESC, id DESC);
CREATE INDEX reports_page_2 ON reports (unit_2, begun_at DESC, id DESC);
CREATE INDEX reports_page_3 ON reports (unit_3, begun_at DESC, id DESC);
GRANT SELECT, INSERT, UPDATE, DELETE ON submission_words, plan_words, report_words TO hientruong_app;
INSERT INTO search_waiting (id, kind) SELECT id, 'submission' FROM approval_submissions ON CONFLICT (id) DO NOTHING;
INSERT INTO search_waiting (id, kind) SELECT id, 'plan' FROM plans ON CONFLICT (id) DO NOTHING;
INSERT INTO search_waiting (id, kind) SELECT id, 'report' FROM reports ON CONFLICT (id) DO NOTHING;
INSERT INTO search_waiting (id, kind) SELECT id, 'information' FROM informations ON CONFLICT (id) DO NOTHING;
