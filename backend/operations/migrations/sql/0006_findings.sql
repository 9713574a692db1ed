-- Why: reasons for doubt about evidence are written down by jobs and weighed by supervisors; and the questions that find them
-- need three indexes. Locks writes of places, photos and ledger_entries while their index is built: about two seconds for a
-- million rows each. Run it while no phone sends.

-- One row a doubt. The id is random on purpose: one made from what was compared would let a reader test his guess at a
-- photograph that he may not see. What makes a doubt the same doubt is findings_once, so that a repeated job changes nothing.
CREATE TABLE findings (
    id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES inspections,
    kind text NOT NULL CONSTRAINT findings_kind_known CHECK (kind IN (
        'same_bytes', 'similar_picture', 'exif_place_far', 'exif_time_far', 'too_fast', 'far_from_address', 'clock_offset',
        'fix_old', 'fix_coarse', 'place_mocked', 'accuracy_constant', 'from_gallery', 'sequence_gap')),
    subject_id uuid NOT NULL,                    -- photograph, act, device or officer that it is about
    photo_id uuid REFERENCES photos,
    act_id uuid,
    other_id uuid,                               -- the photograph or act that it was compared with; null where there is none
    other_inspection_id uuid REFERENCES inspections,
    other_photo_id uuid REFERENCES photos,
    numbers jsonb NOT NULL,
    found_at timestamptz NOT NULL,
    gone_since timestamptz,                      -- its facts no longer hold; only of one that nobody had weighed
    weight text CONSTRAINT findings_weight_known CHECK (weight IN ('accepted', 'needs_answer', 'dismissed')),
    weighed_act uuid,
    weighed_by uuid REFERENCES officers,
    weighed_at timestamptz,
    reason text,
    CONSTRAINT findings_once UNIQUE NULLS NOT DISTINCT (inspection_id, kind, subject_id, other_id),
    CONSTRAINT findings_weighed_whole CHECK (
        (weight IS NULL) = (weighed_act IS NULL) AND (weight IS NULL) = (weighed_by IS NULL)
        AND (weight IS NULL) = (weighed_at IS NULL)),
    CONSTRAINT findings_weighed_stay CHECK (weight IS NULL OR gone_since IS NULL),
    CONSTRAINT findings_other_has_its_inspection CHECK ((other_id IS NULL) = (other_inspection_id IS NULL))
);
CREATE INDEX findings_photo ON findings (photo_id) WHERE photo_id IS NOT NULL;
CREATE INDEX findings_open_gaps ON findings (inspection_id)
    WHERE kind = 'sequence_gap' AND gone_since IS NULL AND weight IS NULL;

-- Two positions of one officer, one after the other, over all his inspections.
CREATE INDEX places_officer ON places (officer_id, fixed_at);
CREATE INDEX photos_officer ON photos (officer_id, made_at);
-- What of a device's log came before a number.
CREATE INDEX ledger_entries_log ON ledger_entries (device_id, officer_id, seq) WHERE device_id IS NOT NULL;

-- Never deleted. What was compared and when it was found is written once.
GRANT SELECT, INSERT, UPDATE (act_id, photo_id, numbers, gone_since, weight, weighed_act, weighed_by, weighed_at, reason)
    ON findings TO hientruong_app;
