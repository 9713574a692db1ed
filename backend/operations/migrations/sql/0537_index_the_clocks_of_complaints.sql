-- My work of heads lists complaints to accept and to resolve by their clocks. They are few among millions of clocks, so
-- a partial index of them has some rows. Building it reads case_clocks once: some seconds for a million.
CREATE INDEX case_clocks_complaints ON case_clocks (case_id, due_at, rule)
    WHERE rule IN ('P21', 'P22', 'P25') AND met_at IS NULL AND moot_at IS NULL;
