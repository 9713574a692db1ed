-- Why: a search for words that only old records have looked through quarter after quarter from today. Here is the newest quarter of each
-- word, so that it begins there, and a word that no record has is known at once. Words of letters alone: some ten thousand. The worker
-- writes everything anew, which fills it: search_progress begins again.
CREATE TABLE search_newest (
    kind text NOT NULL,
    word text NOT NULL,
    quarter integer NOT NULL,
    CONSTRAINT search_newest_key PRIMARY KEY (kind, word)
);
GRANT SELECT, INSERT, UPDATE ON search_newest TO hientruong_app;
UPDATE search_progress SET through = 0;
