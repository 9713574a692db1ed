-- Which nodes have a spool, and when each was last there: what lies in the spool of a node that is gone for good can be
-- given up, so that phones begin anew at another instead of waiting for a receipt that nobody can write.
-- A new table only; nothing waits.

CREATE TABLE spool_nodes (
    name text PRIMARY KEY,
    since timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT spool_nodes_in_order CHECK (since <= seen_at)
);

GRANT SELECT, INSERT, UPDATE ON spool_nodes TO hientruong_app;
