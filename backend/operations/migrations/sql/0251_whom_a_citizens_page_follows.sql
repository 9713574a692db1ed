-- Why: a report that goes up in another one, or goes on at another unit, is concluded there. Its citizen's page follows.
-- A new, empty column of a small table, and its index.
ALTER TABLE public_inbox ADD COLUMN follows_id uuid;
UPDATE public_inbox SET follows_id = information_id;
CREATE INDEX public_inbox_follows ON public_inbox (follows_id) WHERE follows_id IS NOT NULL;
GRANT UPDATE (follows_id) ON public_inbox TO hientruong_app;
