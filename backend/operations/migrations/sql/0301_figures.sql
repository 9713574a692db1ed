-- Why: statistics and reports count what happened in records: by period, unit, field, behaviour, party and result. A sum over five
-- million cases reads all of them; here is each countable event of a record once (counted_events), told apart by its cell and its place,
-- and what a half month of a unit sums up to (figure_rollups). A worker derives both from sealed entries of the ledger; nothing
-- is written while an act is taken. figure_progress says up to which place of the log they are counted.
CREATE TABLE figure_cells (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    grain smallint NOT NULL CONSTRAINT figure_cells_grain CHECK (grain IN (0, 1, 2)),
    event text NOT NULL,
    detail text NOT NULL,
    field text NOT NULL,
    behaviour text NOT NULL,
    party text NOT NULL,
    CONSTRAINT figure_cells_unique UNIQUE (grain, event, detail, field, behaviour, party),
    CONSTRAINT figure_cells_coarse CHECK (
        (grain = 2 OR behaviour = '') AND (grain > 0 OR (field = '' AND party = ''))
    )
);
CREATE TABLE figure_places (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit_id uuid NOT NULL REFERENCES units,
    unit_1 uuid NOT NULL,
    unit_2 uuid,
    unit_3 uuid,
    unit_4 uuid,
    CONSTRAINT figure_places_unique UNIQUE NULLS NOT DISTINCT (unit_1, unit_2, unit_3, unit_4)
);
CREATE TABLE counted_events (
    record_id uuid NOT NULL,
    entry integer NOT NULL,
    ordinal smallint NOT NULL,
    cell_id integer NOT NULL REFERENCES figure_cells,
    place_id integer NOT NULL REFERENCES figure_places,
    happened_on date NOT NULL,
    entered_on date NOT NULL,
    annulled_on date,
    counted integer NOT NULL,
    amount bigint NOT NULL,
    party uuid,
    CONSTRAINT counted_events_key PRIMARY KEY (record_id, entry, ordinal)
);
-- What a period of a unit counts is read from this index alone.
CREATE INDEX counted_events_by_place ON counted_events (place_id, happened_on)
    INCLUDE (cell_id, counted, amount, annulled_on);
-- The cell before the day: a year of one cell is one run of the index. The other order reads every cell of the year.
CREATE TABLE figure_rollups (
    unit_id uuid NOT NULL REFERENCES units,
    span text NOT NULL CONSTRAINT figure_rollups_span CHECK (span IN ('half', 'day')),
    grain smallint NOT NULL,
    starts_on date NOT NULL,
    cell_id integer NOT NULL REFERENCES figure_cells,
    counted bigint NOT NULL,
    amount bigint NOT NULL,
    annulled bigint NOT NULL,
    annulled_amount bigint NOT NULL,
    CONSTRAINT figure_rollups_key PRIMARY KEY (unit_id, span, grain, cell_id, starts_on)
        INCLUDE (counted, amount, annulled, annulled_amount)
);
CREATE TABLE figure_progress (
    one boolean PRIMARY KEY DEFAULT true CONSTRAINT figure_progress_one CHECK (one),
    through bigint NOT NULL,
    counted_at timestamptz NOT NULL
);
INSERT INTO figure_progress (through, counted_at) VALUES (0, now());
GRANT SELECT, INSERT ON figure_cells, figure_places TO hientruong_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON counted_events, figure_rollups TO hientruong_app;
GRANT SELECT, UPDATE ON figure_progress TO hientruong_app;
