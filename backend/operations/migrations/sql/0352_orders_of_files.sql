-- Why: orders of a sample's packages live as orders of lists do (docs/insight/exports.md). A sweep enqueues again what a worker left, fails what is
-- held, and deletes what lies in the store: `stored` names all that a worker began to put, `attempt` which worker may go on. They can be cancelled,
-- and are kept for a day. `ended_at`, which no release has read, goes. The same list for another purpose, or in another language, is an order of
-- its own. Locks two small tables for a moment.
ALTER TABLE record_bundles
    DROP CONSTRAINT record_bundles_ended_whole,
    DROP CONSTRAINT record_bundles_state_known,
    ALTER asked_at SET DEFAULT now(),
    ADD touched_at timestamptz NOT NULL DEFAULT now(),
    ADD attempt integer NOT NULL DEFAULT 0,          -- how often a worker began it: the last one alone may go on
    ADD total integer,
    ADD done integer NOT NULL DEFAULT 0,
    ADD stored uuid[] NOT NULL DEFAULT '{}',        -- all that a worker began to put into the store
    ADD CONSTRAINT record_bundles_state_known
        CHECK (state IN ('waiting', 'running', 'ready', 'failed', 'cancelled', 'expired'));
UPDATE record_bundles SET total = jsonb_array_length(items), done = jsonb_array_length(parts),
    standing = replace(regexp_replace(standing, ' ([^ ]+)$', '@\1'), ' ', ','),
    failure = CASE WHEN failure = 'bundle_standing_changed' THEN 'export_standing_changed' ELSE failure END;
DROP INDEX record_bundles_once;
DROP INDEX record_bundles_kept;
ALTER TABLE record_bundles DROP COLUMN ended_at,
    ADD CONSTRAINT record_bundles_ready_has_an_end CHECK (state <> 'ready' OR expires_at IS NOT NULL);
-- Pressed twice: one job.
CREATE UNIQUE INDEX record_bundles_once ON record_bundles (about_id, asked_by) WHERE state IN ('waiting', 'running');
CREATE INDEX record_bundles_unfinished ON record_bundles (touched_at) WHERE state IN ('waiting', 'running');
CREATE INDEX record_bundles_kept ON record_bundles (expires_at) WHERE state = 'ready';
CREATE INDEX record_bundles_left_behind ON record_bundles (expires_at)
    WHERE state IN ('cancelled', 'failed') AND expires_at IS NOT NULL;
GRANT UPDATE (touched_at, attempt, total, done, stored) ON record_bundles TO hientruong_app;

DROP INDEX list_exports_once;
CREATE UNIQUE INDEX list_exports_once ON list_exports (asked_by, list, kind, language, md5(query::text), md5(purpose))
    WHERE state IN ('waiting', 'running');
