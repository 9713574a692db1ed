-- Why: an agency signs its papers too: its clerk seals a signed paper with the agency's certificate (Decree 30/2020 Appendix I, II.8).
-- A certificate belongs to an officer or to a unit; a unit's may come with the picture of its seal. New columns, empty in all rows
-- there are, and checks of a small table.
ALTER TABLE officer_certificates
    ALTER COLUMN officer_id DROP NOT NULL,
    ADD COLUMN unit_id uuid REFERENCES units,
    ADD COLUMN picture bytea,         -- of the seal, a PNG with a transparent ground
    ADD COLUMN picture_mm smallint CONSTRAINT officer_certificates_picture_size CHECK (picture_mm BETWEEN 15 AND 60),
    ADD CONSTRAINT officer_certificates_one_owner CHECK ((officer_id IS NULL) <> (unit_id IS NULL)),
    ADD CONSTRAINT officer_certificates_picture_of_unit
        CHECK ((picture IS NULL) = (picture_mm IS NULL) AND (picture IS NULL OR unit_id IS NOT NULL));
CREATE INDEX officer_certificates_unit ON officer_certificates (unit_id) WHERE unit_id IS NOT NULL;

ALTER TABLE documents
    ADD COLUMN sealed_id uuid REFERENCES scans,   -- the file with both signatures; the officer's own stays where it was
    ADD COLUMN sealed_sha256 text,
    ADD COLUMN sealed_at timestamptz,
    ADD COLUMN sealed_by uuid REFERENCES officers,
    ADD COLUMN seal_name text,
    ADD COLUMN seal_level text;
