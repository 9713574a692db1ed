-- Photographs that come with an information from a phone: sealed by the phone, and only here until the last piece has come.
-- Both tables are new.
CREATE TABLE information_arrivals (
    id uuid PRIMARY KEY,
    information_id uuid NOT NULL REFERENCES informations,
    officer_id uuid NOT NULL REFERENCES officers,
    key_id text NOT NULL,
    sha256 text NOT NULL CONSTRAINT information_arrivals_sha256_hex CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size integer NOT NULL CONSTRAINT information_arrivals_size_sane CHECK (size BETWEEN 1 AND 12010000),
    announced_at timestamptz NOT NULL DEFAULT now(),
    taken_at timestamptz
);
CREATE INDEX information_arrivals_of ON information_arrivals (information_id);

CREATE TABLE information_arrival_pieces (
    arrival_id uuid NOT NULL REFERENCES information_arrivals,
    n smallint NOT NULL CONSTRAINT information_arrival_pieces_n CHECK (n BETWEEN 0 AND 22),
    sealed bytea NOT NULL CONSTRAINT information_arrival_pieces_size CHECK (octet_length(sealed) BETWEEN 1 AND 524288),
    PRIMARY KEY (arrival_id, n)
);
ALTER TABLE information_arrival_pieces ALTER COLUMN sealed SET STORAGE EXTERNAL; -- cipher text does not shrink

CREATE INDEX informations_by_phone ON informations (registered_by, registered_at DESC) WHERE channel = 'app';

GRANT SELECT, INSERT, UPDATE (taken_at) ON information_arrivals TO hientruong_app;
GRANT SELECT, INSERT, DELETE ON information_arrival_pieces TO hientruong_app;
