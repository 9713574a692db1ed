-- Why: the calendar of plans sums what all plans of a unit have in a month. plan_counts has a line for each plan, unit, month and
-- state, some thousands of a province; here is one for each unit and month. Items are moved under the year's lock (issue,
-- amendment), or one by one: two transactions never hold lines of which the other waits.
-- The indexes of open items hold what is counted of them. Of 200,000 items it takes some two seconds; writers of items wait.
LOCK TABLE plan_items IN SHARE ROW EXCLUSIVE MODE;
CREATE TABLE plan_month_counts (
    unit_id uuid NOT NULL REFERENCES units,
    year smallint NOT NULL,
    month date NOT NULL,
    planned integer NOT NULL,
    decided integer NOT NULL,
    running integer NOT NULL,
    done integer NOT NULL,
    not_done integer NOT NULL,
    unit_1 uuid NOT NULL,
    unit_2 uuid,
    unit_3 uuid,
    unit_4 uuid,
    PRIMARY KEY (unit_id, year, month)
);
CREATE INDEX plan_month_counts_unit_1 ON plan_month_counts (unit_1, year, month);
CREATE INDEX plan_month_counts_unit_2 ON plan_month_counts (unit_2, year, month) WHERE unit_2 IS NOT NULL;
CREATE INDEX plan_month_counts_unit_3 ON plan_month_counts (unit_3, year, month) WHERE unit_3 IS NOT NULL;
INSERT INTO plan_month_counts
SELECT unit_id, year, date_trunc('month', last_day)::date,
    count(*) FILTER (WHERE state = 'planned'), count(*) FILTER (WHERE state = 'decided'),
    count(*) FILTER (WHERE state = 'running'), count(*) FILTER (WHERE state = 'done'),
    count(*) FILTER (WHERE state = 'not_done'),
    min(unit_1::text)::uuid, min(unit_2::text)::uuid, min(unit_3::text)::uuid, min(unit_4::text)::uuid
FROM plan_items WHERE state IN ('planned', 'decided', 'running', 'done', 'not_done') GROUP BY 1, 2, 3;

CREATE OR REPLACE FUNCTION count_plan_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO plan_counts (plan_id, unit_id, month, state, year, items, unit_1, unit_2, unit_3, unit_4)
    SELECT plan_id, unit_id, date_trunc('month', last_day)::date, state, min(year), sum(n), min(unit_1::text)::uuid,
           min(unit_2::text)::uuid, min(unit_3::text)::uuid, min(unit_4::text)::uuid
    FROM (SELECT plan_id, unit_id, last_day, state, year, 1 AS n, unit_1, unit_2, unit_3, unit_4 FROM new_rows
          UNION ALL
          SELECT plan_id, unit_id, last_day, state, year, -1, unit_1, unit_2, unit_3, unit_4 FROM old_rows) moved
    GROUP BY plan_id, unit_id, date_trunc('month', last_day)::date, state
    HAVING sum(n) <> 0
    ORDER BY 1, 2, 3, 4
    ON CONFLICT (plan_id, unit_id, month, state) DO UPDATE SET items = plan_counts.items + excluded.items;
    INSERT INTO plan_month_counts
    SELECT unit_id, year, date_trunc('month', last_day)::date,
           coalesce(sum(n) FILTER (WHERE state = 'planned'), 0), coalesce(sum(n) FILTER (WHERE state = 'decided'), 0),
           coalesce(sum(n) FILTER (WHERE state = 'running'), 0), coalesce(sum(n) FILTER (WHERE state = 'done'), 0),
           coalesce(sum(n) FILTER (WHERE state = 'not_done'), 0),
           min(unit_1::text)::uuid, min(unit_2::text)::uuid, min(unit_3::text)::uuid, min(unit_4::text)::uuid
    FROM (SELECT unit_id, last_day, state, year, 1 AS n, unit_1, unit_2, unit_3, unit_4 FROM new_rows
          UNION ALL
          SELECT unit_id, last_day, state, year, -1, unit_1, unit_2, unit_3, unit_4 FROM old_rows) moved
    WHERE state IN ('planned', 'decided', 'running', 'done', 'not_done')
    GROUP BY 1, 2, 3
    ORDER BY 1, 2, 3
    ON CONFLICT (unit_id, year, month) DO UPDATE SET planned = plan_month_counts.planned + excluded.planned,
        decided = plan_month_counts.decided + excluded.decided, running = plan_month_counts.running + excluded.running,
        done = plan_month_counts.done + excluded.done, not_done = plan_month_counts.not_done + excluded.not_done;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION count_new_plan_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO plan_counts (plan_id, unit_id, month, state, year, items, unit_1, unit_2, unit_3, unit_4)
    SELECT plan_id, unit_id, date_trunc('month', last_day)::date, state, min(year), count(*), min(unit_1::text)::uuid,
           min(unit_2::text)::uuid, min(unit_3::text)::uuid, min(unit_4::text)::uuid
    FROM new_rows GROUP BY plan_id, unit_id, date_trunc('month', last_day)::date, state ORDER BY 1, 2, 3, 4
    ON CONFLICT (plan_id, unit_id, month, state) DO UPDATE SET items = plan_counts.items + excluded.items;
    INSERT INTO plan_month_counts
    SELECT unit_id, year, date_trunc('month', last_day)::date,
           count(*) FILTER (WHERE state = 'planned'), count(*) FILTER (WHERE state = 'decided'),
           count(*) FILTER (WHERE state = 'running'), count(*) FILTER (WHERE state = 'done'),
           count(*) FILTER (WHERE state = 'not_done'),
           min(unit_1::text)::uuid, min(unit_2::text)::uuid, min(unit_3::text)::uuid, min(unit_4::text)::uuid
    FROM new_rows WHERE state IN ('planned', 'decided', 'running', 'done', 'not_done')
    GROUP BY 1, 2, 3
    ORDER BY 1, 2, 3
    ON CONFLICT (unit_id, year, month) DO UPDATE SET planned = plan_month_counts.planned + excluded.planned,
        decided = plan_month_counts.decided + excluded.decided, running = plan_month_counts.running + excluded.running,
        done = plan_month_counts.done + excluded.done, not_done = plan_month_counts.not_done + excluded.not_done;
    RETURN NULL;
END $$;

DROP INDEX plan_items_open_1, plan_items_open_2, plan_items_open_3;
CREATE INDEX plan_items_open_1 ON plan_items (unit_1, last_day, id) INCLUDE (unit_id, year) WHERE state IN ('planned', 'decided', 'running');
CREATE INDEX plan_items_open_2 ON plan_items (unit_2, last_day, id) INCLUDE (unit_id, year) WHERE state IN ('planned', 'decided', 'running');
CREATE INDEX plan_items_open_3 ON plan_items (unit_3, last_day, id) INCLUDE (unit_id, year) WHERE state IN ('planned', 'decided', 'running');

GRANT SELECT, INSERT, UPDATE ON plan_month_counts TO hientruong_app;
