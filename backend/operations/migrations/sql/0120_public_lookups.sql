-- Why: how often a stranger may look papers up was counted by each web process for itself, so that several allowed several times as much.
-- Unlogged: nobody needs these numbers after a crash, no standby waits for them, and no backup holds them. A new table only.

CREATE UNLOGGED TABLE public_lookups (
    place bytea NOT NULL,
    tokens double precision NOT NULL,
    at timestamptz NOT NULL,
    CONSTRAINT public_lookups_pkey PRIMARY KEY (place)
);
CREATE INDEX public_lookups_age ON public_lookups (at);

GRANT SELECT, INSERT, UPDATE, DELETE ON public_lookups TO hientruong_app;
