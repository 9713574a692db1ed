-- Why: a phone that never got the answer to a refresh presents its old token again, hours later and rightly. It differs from
-- a thief in that the new pair was never used. So the pair says whether it was: `confirmed_at`, set by the first request
-- with its access token. Tokens from before, and those that an older version makes meanwhile, count as used.
-- Both are columns that cost no rewrite; the lock is that of such a column.
ALTER TABLE access_tokens ADD COLUMN refresh_hash bytea;
ALTER TABLE refresh_tokens ADD COLUMN confirmed_at timestamptz DEFAULT now();
