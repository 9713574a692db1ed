-- Why: a notice is one of a kind that its reader knows (submitted, returned, due, ...), may have an end of its own, and is traced: fetched by
-- a phone, seen. New columns; one UPDATE of all notices, some ten seconds for a million, and two checks anew. A version before writes notices
-- without a kind, which are read by their sentence.

ALTER TABLE notices
    ADD COLUMN about text,                        -- schemas/force/notices.py
    ADD COLUMN urgent boolean NOT NULL DEFAULT false,   -- a time limit of at most 24 hours: breaks quiet hours (practice B16)
    ADD COLUMN desk boolean NOT NULL DEFAULT true,      -- the reader's settings as they were when it was made
    ADD COLUMN phone boolean NOT NULL DEFAULT true,
    ADD COLUMN phone_at timestamptz,              -- first answered to a phone of the officer's at sync
    ADD COLUMN seen_at timestamptz;               -- in view on the desk's list, opened, or read on a phone

UPDATE notices SET
    about = CASE
        WHEN text_key IN ('deadline.half', 'deadline.last_day', 'case.perishable') THEN 'due'
        WHEN text_key IN ('deadline.missed', 'deadline.lapsed') THEN 'overdue'
        WHEN text_key ~ '^(case\.sent_up|draft\.asked|decision\.(proposed|waits))$' THEN 'submitted'
        WHEN text_key ~ '^decision\.(returned|sent_back)$' THEN 'returned'
        WHEN text_key = 'decision.given_up' THEN 'refused'
        WHEN text_key = 'decision.signed' THEN 'assigned'
        WHEN text_key ~ '^decision\.(changed|taken_back|lapsed)$' THEN 'changed'
        WHEN text_key = 'case.band_waits' THEN 'law'
        WHEN text_key IN ('person.reset_asked', 'person.reset_confirmed', 'person.reset_stopped', 'person.enrolled_alone',
            'person.enrol_anew', 'device.new', 'device.waits', 'refusals.burst') THEN 'security'
        ELSE 'people' END,
    phone = kind IN ('deadline', 'device', 'draft') OR text_key ~ '^decision\.(proposed)$',
    seen_at = read_at;

ALTER TABLE notices ADD CONSTRAINT notices_about_known CHECK (about IN ('submitted', 'returned', 'supplement', 'agreed', 'approved', 'refused',
    'assigned', 'due', 'overdue', 'changed', 'security', 'people', 'law')) NOT VALID;
ALTER TABLE notices VALIDATE CONSTRAINT notices_about_known;
ALTER TABLE notices DROP CONSTRAINT notices_kind_known;
ALTER TABLE notices ADD CONSTRAINT notices_kind_known CHECK (kind IN ('deadline', 'ask', 'person', 'refusals', 'enrolled', 'device',
    'device_waits', 'draft', 'case', 'decision', 'inspection', 'document', 'exception', 'submission', 'route', 'absence')) NOT VALID;
ALTER TABLE notices VALIDATE CONSTRAINT notices_kind_known;
-- What is no clock of a case may have an end too: the term of a step, the time to compare a scan.
ALTER TABLE notices DROP CONSTRAINT notices_deadline_whole;
ALTER TABLE notices ADD CONSTRAINT notices_deadline_whole CHECK (
    CASE WHEN kind = 'deadline' THEN rule IS NOT NULL AND moment IS NOT NULL AND due_at IS NOT NULL
         ELSE rule IS NULL AND moment IS NULL END) NOT VALID;
ALTER TABLE notices VALIDATE CONSTRAINT notices_deadline_whole;

CREATE INDEX notices_of_kind ON notices (officer_id, about, at DESC, id DESC);
GRANT UPDATE (phone_at, seen_at) ON notices TO hientruong_app;
-- Who was told of a thing, settled or not: shown on its page.
CREATE INDEX notices_about_record ON notices (record_id, at);
