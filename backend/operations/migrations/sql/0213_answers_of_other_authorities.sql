-- Why: an authority outside the force answers on paper. The scan of its answer, and the package that went to it, belong to the
-- submission: they lie in the store as scans do, so they are rows of scans. A package is a ZIP of our own making, of at most 100 MB.
-- Wider checks only, which hold for all rows there are; scans is locked for a moment, and read once without keeping anybody out.
ALTER TABLE scans
    DROP CONSTRAINT scans_record_kind_known,
    DROP CONSTRAINT scans_media_type_known,
    DROP CONSTRAINT scans_size_bounded,
    ADD CONSTRAINT scans_record_kind_known CHECK (record_kind IN ('case', 'officer', 'inspection', 'submission')) NOT VALID,
    ADD CONSTRAINT scans_media_type_known CHECK (media_type IN ('application/pdf', 'image/jpeg') OR file_name IS NOT NULL
        OR (record_kind = 'submission' AND media_type = 'application/zip')) NOT VALID,
    ADD CONSTRAINT scans_size_bounded CHECK (size BETWEEN 1 AND CASE WHEN file_name IS NOT NULL THEN 2147483648
        WHEN record_kind = 'submission' AND media_type = 'application/zip' THEN 100000000 ELSE 20000000 END) NOT VALID;
ALTER TABLE scans VALIDATE CONSTRAINT scans_record_kind_known;
ALTER TABLE scans VALIDATE CONSTRAINT scans_media_type_known;
ALTER TABLE scans VALIDATE CONSTRAINT scans_size_bounded;
