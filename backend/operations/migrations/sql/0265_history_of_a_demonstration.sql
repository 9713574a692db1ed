-- How much of a demonstration's made-up history has been played: shown at the desk, and where a next start goes on.
-- A new table only, empty in every real installation; nothing waits.

CREATE TABLE demonstration_history (
    part text PRIMARY KEY,
    until timestamptz NOT NULL,
    stories integer NOT NULL,
    played integer NOT NULL DEFAULT 0,
    ended_at timestamptz,
    CONSTRAINT demonstration_history_played CHECK (played BETWEEN 0 AND stories)
);

GRANT SELECT, INSERT, UPDATE ON demonstration_history TO hientruong_app;
