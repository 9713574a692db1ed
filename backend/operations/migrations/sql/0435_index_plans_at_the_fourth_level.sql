-- As 0433, for plans, their items and their counts: writers wait a second for a million rows.
CREATE INDEX plans_unit_4 ON plans (unit_4, year DESC, id DESC) WHERE unit_4 IS NOT NULL;
CREATE INDEX plan_items_open_4 ON plan_items (unit_4, last_day, id) INCLUDE (unit_id, year)
    WHERE unit_4 IS NOT NULL AND state IN ('planned', 'decided', 'running');
CREATE INDEX plan_items_unit_4 ON plan_items (unit_4, year, last_day, id)
    WHERE unit_4 IS NOT NULL AND state IN ('planned', 'decided', 'running', 'done', 'not_done');
CREATE INDEX plan_month_counts_unit_4 ON plan_month_counts (unit_4, year, month) WHERE unit_4 IS NOT NULL;
