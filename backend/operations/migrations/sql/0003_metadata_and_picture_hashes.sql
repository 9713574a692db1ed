-- Why: what a file says of itself is kept with the reader that read it, and the look-up for similar pictures needs an index
-- of its own. Locks photos for as long as its rows take to rewrite: seconds for a million; run it while no phone sends.

-- Version 1 of the reader wrote EXIF values flat. From version 2 on: {"reader", "exif", "xmp", "c2pa"}.
UPDATE photos SET metadata = jsonb_build_object('reader', 'hientruong-metadata/1', 'exif', metadata) WHERE metadata IS NOT NULL;

-- The perceptual hash of each photograph that could be decoded: 64 bits, read as a signed number. Two pictures within a
-- distance of 7 bits share at least one of four 16-bit bands but for one bit (pigeonhole): so 4 x 17 probes of an index find all.
CREATE TABLE photo_hashes (
    photo_id uuid PRIMARY KEY REFERENCES photos,
    algorithm text NOT NULL,
    hash bigint NOT NULL,
    band_1 integer NOT NULL GENERATED ALWAYS AS (((hash >> 48) & 65535)::integer) STORED,
    band_2 integer NOT NULL GENERATED ALWAYS AS (((hash >> 32) & 65535)::integer) STORED,
    band_3 integer NOT NULL GENERATED ALWAYS AS (((hash >> 16) & 65535)::integer) STORED,
    band_4 integer NOT NULL GENERATED ALWAYS AS ((hash & 65535)::integer) STORED
);
CREATE INDEX photo_hashes_band_1 ON photo_hashes (band_1) INCLUDE (hash, photo_id);
CREATE INDEX photo_hashes_band_2 ON photo_hashes (band_2) INCLUDE (hash, photo_id);
CREATE INDEX photo_hashes_band_3 ON photo_hashes (band_3) INCLUDE (hash, photo_id);
CREATE INDEX photo_hashes_band_4 ON photo_hashes (band_4) INCLUDE (hash, photo_id);

GRANT SELECT, INSERT (photo_id, algorithm, hash), UPDATE (algorithm, hash) ON photo_hashes TO hientruong_app;
