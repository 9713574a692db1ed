-- Why: an officer's minutes are numbered N/SYMBOL-OFFICER_NO on paper too (Circular 22/2021 Art 6.2), so on the day he begins
-- here his registers go on behind what he wrote by hand this year; else two of his papers bore one number. A new, empty table.
CREATE TABLE officer_number_openings (
    officer_id uuid NOT NULL REFERENCES officers,
    form text NOT NULL,
    year smallint NOT NULL,
    last_number integer NOT NULL CONSTRAINT officer_number_openings_positive CHECK (last_number >= 1),
    reason text NOT NULL,
    act_id uuid NOT NULL,
    opened_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (officer_id, form, year)
);
GRANT SELECT, INSERT ON officer_number_openings TO hientruong_app;
