-- Why: originals that were stored and never locked are looked for by the sweep, each scrape and each question of readiness. There are
-- normally a handful, and without an index each look read all photographs. Writes of photos wait while it is built: about a second for a
-- million rows.

CREATE INDEX photos_not_locked ON photos (stored_at) WHERE stored_at IS NOT NULL AND NOT legal_hold;
