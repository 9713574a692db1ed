-- Why: once a month a worker counts all figures anew from the ledger and compares. One row a month says who began, and what was found.
CREATE TABLE figure_recounts (
    month date PRIMARY KEY CONSTRAINT figure_recounts_month CHECK (extract(day FROM month) = 1),
    began_at timestamptz NOT NULL,
    ended_at timestamptz,
    through bigint,
    records bigint,
    events bigint,
    sums bigint,
    differing integer
);
GRANT SELECT, INSERT, UPDATE ON figure_recounts TO hientruong_app;
