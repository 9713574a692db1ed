-- Why: a desk reader goes back and forth between a few records all day. The last ones of each officer are kept here, by address and title, for
-- the rail of every page: twelve rows an officer, trimmed with each writing. Not the access log: it proves nothing, and a newer one replaces it.
CREATE TABLE seen_records (
    officer_id uuid NOT NULL REFERENCES officers,
    address text NOT NULL CONSTRAINT seen_records_address CHECK (length(address) <= 200),
    title text NOT NULL CONSTRAINT seen_records_title CHECK (length(title) <= 200),
    seen_at timestamptz NOT NULL,
    PRIMARY KEY (officer_id, address)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON seen_records TO hientruong_app;
