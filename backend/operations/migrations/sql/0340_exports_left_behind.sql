-- Why: a worker that dies after it has put a file into the store, of an export that its asker cancels then, leaves the file there. Cancelled and
-- failed exports have an end now, too; the sweep that deletes their files finds them by it.
CREATE INDEX list_exports_left_behind ON list_exports (expires_at)
    WHERE state IN ('cancelled', 'failed') AND expires_at IS NOT NULL;
UPDATE list_exports SET expires_at = now() WHERE state IN ('cancelled', 'failed');
