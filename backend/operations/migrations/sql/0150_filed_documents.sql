-- Why: letters, receipts, licences, reports, sound and video are filed in a case as they came. They lie in the store as scans do, so they are rows
-- of scans with the name that they came with, what was found dangerous, and a signed byte receipt. Scans keep their two types and 20 MB.
-- New columns, and checks that hold for all rows there are: scans and case_sheets are locked while they are checked.

ALTER TABLE scans
    ADD COLUMN file_name text,
    ADD COLUMN dangers text NOT NULL DEFAULT '',  -- what was found, by name, with blanks between
    ADD COLUMN receipt_key_id text,
    ADD COLUMN receipt_signature bytea,
    ADD COLUMN preview text CONSTRAINT scans_preview_known CHECK (preview IN ('ready', 'none')),  -- of a filed picture; null until it was tried
    DROP CONSTRAINT scans_size_bounded,
    ADD CONSTRAINT scans_size_bounded CHECK (size BETWEEN 1 AND CASE WHEN file_name IS NULL THEN 20000000 ELSE 2147483648 END),
    DROP CONSTRAINT scans_media_type_known,
    ADD CONSTRAINT scans_media_type_known CHECK (media_type IN ('application/pdf', 'image/jpeg') OR file_name IS NOT NULL),
    ADD CONSTRAINT scans_filed_in_a_case CHECK (file_name IS NULL OR (record_kind = 'case' AND subject_id = record_id)),
    ADD CONSTRAINT scans_filed_with_receipt CHECK ((file_name IS NULL) = (receipt_signature IS NULL));

GRANT UPDATE (preview) ON scans TO hientruong_app;

ALTER TABLE case_sheets
    ADD COLUMN kind text,                        -- what the document is; null for papers of ours and in older acts
    ADD COLUMN file_id uuid REFERENCES scans,    -- its file, where one was filed
    ADD CONSTRAINT case_sheets_file_once UNIQUE (case_id, file_id);
