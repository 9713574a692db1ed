-- Why: tus's concatenation extension: partial uploads, and a final one joined from them. A partial is never evidence: it has no
-- photograph, no hash and no way into the object store, and the table itself holds to that. Locks uploads while its checks
-- read it: a second for a million rows; phones that send meanwhile wait, or try again.
ALTER TABLE uploads
    ADD COLUMN concat text,                      -- Upload-Concat as it came: HEAD must echo it
    ADD COLUMN joined_into uuid REFERENCES uploads,
    DROP CONSTRAINT uploads_state_known,
    ADD CONSTRAINT uploads_state_known
        CHECK (state IN ('receiving', 'received', 'stored', 'mismatched', 'terminated', 'joined')),
    ADD CONSTRAINT uploads_concat_known CHECK (concat = 'partial' OR concat LIKE 'final;%'),
    ADD CONSTRAINT uploads_joined_are_partials
        CHECK (state <> 'joined' OR (concat IS NOT DISTINCT FROM 'partial' AND joined_into IS NOT NULL)),
    ADD CONSTRAINT uploads_partials_are_no_evidence CHECK (concat IS DISTINCT FROM 'partial' OR (
        state IN ('receiving', 'joined', 'terminated')
        AND photo_id IS NULL AND inspection_id IS NULL AND sha256 IS NULL AND actual_sha256 IS NULL));
