-- Why: what was due before the first report began here is nobody's fault, so pages, reminders and lists ask when that was. The
-- index answers from its first entry. Small table; nobody waits.
CREATE INDEX reports_begun ON reports (begun_at);
