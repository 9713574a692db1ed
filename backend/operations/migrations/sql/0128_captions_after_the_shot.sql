-- Why: a photograph may be given a caption after it was taken (photo.captioned). Every caption that was ever given stays, with the one it
-- took the place of; photos.caption is what counts now. A new table only: locks nothing.

CREATE TABLE photo_captions (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, -- order of taking effect: the last one counts
    act_id uuid NOT NULL UNIQUE,
    inspection_id uuid NOT NULL REFERENCES inspections,
    photo_id uuid NOT NULL REFERENCES photos,
    number bigint NOT NULL,                      -- the entry's number in the record: before or after a submission
    officer_id uuid NOT NULL,                    -- who gave it
    caption text,                                -- null: no caption any more
    before text,                                 -- what stood there until then; of the first one, the caption at the shutter
    made_at timestamptz NOT NULL,                -- phone's clock
    received_at timestamptz NOT NULL
);
CREATE INDEX photo_captions_inspection ON photo_captions (inspection_id, id);

GRANT SELECT, INSERT ON photo_captions TO hientruong_app;

CREATE TRIGGER photo_captions_append_only BEFORE UPDATE OR DELETE ON photo_captions FOR EACH ROW EXECUTE FUNCTION deny_change();
CREATE TRIGGER photo_captions_no_truncate BEFORE TRUNCATE ON photo_captions FOR EACH STATEMENT EXECUTE FUNCTION deny_change();
ALTER TABLE photo_captions ENABLE ALWAYS TRIGGER photo_captions_append_only;
ALTER TABLE photo_captions ENABLE ALWAYS TRIGGER photo_captions_no_truncate;
