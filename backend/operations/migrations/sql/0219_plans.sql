-- Why: plans of inspections are records of their own (Circular 27/2020/TT-BCT). Their items are listed and counted by unit, day and
-- state among some 200,000, so each list has an index in its order. New, empty tables; all are folds of acts.
CREATE TABLE plans (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    state text NOT NULL,
    year smallint NOT NULL,
    title text NOT NULL,
    unit_id uuid NOT NULL REFERENCES units,
    agency text,
    number text,
    issued_on date,
    first_day date NOT NULL,
    last_day date NOT NULL,
    head jsonb NOT NULL,
    drafted_by uuid NOT NULL REFERENCES officers,
    drafted_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    sent_to uuid REFERENCES units,
    sent_up_at timestamptz,
    sent_back_reason text,
    merged_into uuid,
    submitted_at timestamptz,
    approved_at timestamptz,
    issued_at timestamptz,
    issued_by uuid REFERENCES officers,
    signer_name text,
    signer_title text,
    document_id uuid,
    scan_id uuid,
    published_where text,
    published_on date,
    ended_at timestamptz,
    report text,
    results jsonb,
    given_up_reason text,
    open_overlaps integer NOT NULL DEFAULT 0,
    due_rule text,
    due_at timestamptz,
    near_at timestamptz,
    unit_1 uuid NOT NULL,
    unit_2 uuid,
    unit_3 uuid,
    unit_4 uuid,
    CONSTRAINT plans_kind_known CHECK (kind IN ('orientation', 'periodic', 'thematic', 'foreign')),
    CONSTRAINT plans_state_known CHECK (state IN ('draft', 'sent_up', 'merged', 'ready', 'approved', 'issued', 'ended', 'given_up', 'foreign')),
    CONSTRAINT plans_days_in_order CHECK (first_day <= last_day),
    CONSTRAINT plans_issued_whole CHECK (state NOT IN ('issued', 'ended') OR (number IS NOT NULL AND issued_on IS NOT NULL)),
    CONSTRAINT plans_foreign_named CHECK ((kind = 'foreign') = (agency IS NOT NULL))
);
CREATE INDEX plans_unit_1 ON plans (unit_1, year DESC, id DESC);
CREATE INDEX plans_unit_2 ON plans (unit_2, year DESC, id DESC) WHERE unit_2 IS NOT NULL;
CREATE INDEX plans_unit_3 ON plans (unit_3, year DESC, id DESC) WHERE unit_3 IS NOT NULL;
CREATE INDEX plans_near ON plans (near_at, id) WHERE near_at IS NOT NULL;
CREATE INDEX plans_sent_to ON plans (sent_to, sent_up_at) WHERE state = 'sent_up';
CREATE INDEX plans_merged_into ON plans (merged_into) WHERE merged_into IS NOT NULL;
CREATE UNIQUE INDEX plans_number_in_year ON plans (unit_id, number, extract(year FROM issued_on)) WHERE kind <> 'foreign' AND number IS NOT NULL;

CREATE TABLE plan_items (
    id uuid PRIMARY KEY,
    plan_id uuid NOT NULL REFERENCES plans,
    state text NOT NULL,
    year smallint NOT NULL,
    subject_id uuid,
    subject_name text,
    criterion text,
    address text NOT NULL,
    area text,
    first_day date NOT NULL,
    last_day date NOT NULL,
    unit_id uuid NOT NULL REFERENCES units,
    leader_id uuid REFERENCES officers,
    content jsonb NOT NULL,
    content_hash bytea NOT NULL,
    material_hash bytea NOT NULL,
    origin_plan_id uuid,
    origin_item_id uuid,
    inspection_id uuid,
    decision_number text,
    reason text,
    changed_at timestamptz NOT NULL,
    unit_1 uuid NOT NULL,
    unit_2 uuid,
    unit_3 uuid,
    unit_4 uuid,
    CONSTRAINT plan_items_state_known CHECK (state IN ('draft', 'planned', 'decided', 'running', 'done', 'not_done', 'removed', 'foreign')),
    CONSTRAINT plan_items_days_in_order CHECK (first_day <= last_day),
    CONSTRAINT plan_items_subject_or_criterion CHECK ((subject_name IS NULL) <> (criterion IS NULL)),
    CONSTRAINT plan_items_reasoned CHECK (state <> 'not_done' OR reason IS NOT NULL)
);
CREATE INDEX plan_items_of_plan ON plan_items (plan_id, last_day, id);
CREATE INDEX plan_items_unit_1 ON plan_items (unit_1, year, last_day, id) WHERE state IN ('planned', 'decided', 'running', 'done', 'not_done');
CREATE INDEX plan_items_unit_2 ON plan_items (unit_2, year, last_day, id) WHERE state IN ('planned', 'decided', 'running', 'done', 'not_done');
CREATE INDEX plan_items_unit_3 ON plan_items (unit_3, year, last_day, id) WHERE state IN ('planned', 'decided', 'running', 'done', 'not_done');
CREATE INDEX plan_items_state_1 ON plan_items (unit_1, state, year, last_day, id) WHERE state IN ('planned', 'decided', 'running', 'done', 'not_done');
CREATE INDEX plan_items_state_2 ON plan_items (unit_2, state, year, last_day, id) WHERE state IN ('planned', 'decided', 'running', 'done', 'not_done');
CREATE INDEX plan_items_state_3 ON plan_items (unit_3, state, year, last_day, id) WHERE state IN ('planned', 'decided', 'running', 'done', 'not_done');
CREATE INDEX plan_items_open_1 ON plan_items (unit_1, last_day, id) WHERE state IN ('planned', 'decided', 'running');
CREATE INDEX plan_items_open_2 ON plan_items (unit_2, last_day, id) WHERE state IN ('planned', 'decided', 'running');
CREATE INDEX plan_items_open_3 ON plan_items (unit_3, last_day, id) WHERE state IN ('planned', 'decided', 'running');
CREATE INDEX plan_items_inspection ON plan_items (inspection_id) WHERE inspection_id IS NOT NULL;
CREATE INDEX plan_items_leader ON plan_items (leader_id, last_day) WHERE state IN ('planned', 'decided', 'running');

-- Every version of every item: what was changed, by whom, when, and why.
CREATE TABLE plan_item_versions (
    item_id uuid NOT NULL REFERENCES plan_items,
    number bigint NOT NULL,
    plan_id uuid NOT NULL REFERENCES plans,
    content jsonb,
    amended boolean NOT NULL,
    reason text NOT NULL,
    by uuid NOT NULL REFERENCES officers,
    at timestamptz NOT NULL,
    PRIMARY KEY (item_id, number)
);
CREATE INDEX plan_item_versions_of_plan ON plan_item_versions (plan_id, number, item_id);

-- Under what an item's subject is found again: one line for each number, and one for the name with the address.
CREATE TABLE plan_subject_keys (
    key text NOT NULL,
    year smallint NOT NULL,
    item_id uuid NOT NULL REFERENCES plan_items,
    plan_id uuid NOT NULL REFERENCES plans,
    match text NOT NULL,
    PRIMARY KEY (key, year, item_id)
);
CREATE INDEX plan_subject_keys_item ON plan_subject_keys (item_id);
CREATE INDEX plan_subject_keys_plan ON plan_subject_keys (plan_id);

CREATE TABLE plan_overlap_rulings (
    item_id uuid NOT NULL REFERENCES plan_items,
    other_item_id uuid NOT NULL REFERENCES plan_items,
    plan_id uuid NOT NULL REFERENCES plans,
    way text NOT NULL,
    reason text NOT NULL,
    by uuid NOT NULL REFERENCES officers,
    at timestamptz NOT NULL,
    PRIMARY KEY (item_id, other_item_id),
    CONSTRAINT plan_overlap_rulings_way_known CHECK (way IN ('kept', 'moved', 'dropped'))
);
CREATE INDEX plan_overlap_rulings_other ON plan_overlap_rulings (other_item_id, item_id);

CREATE TABLE plan_recipients (
    plan_id uuid NOT NULL REFERENCES plans,
    key text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    address text NOT NULL,
    unit_id uuid REFERENCES units,
    sent_on date,
    way text,
    sent_by uuid REFERENCES officers,
    note text NOT NULL DEFAULT '',
    PRIMARY KEY (plan_id, key),
    CONSTRAINT plan_recipients_kind_known CHECK (kind IN ('committee', 'superior', 'sub_unit', 'subject'))
);

-- How many items a unit has in a plan, by the month of their last day and their state: progress without counting items.
CREATE TABLE plan_counts (
    plan_id uuid NOT NULL REFERENCES plans,
    unit_id uuid NOT NULL REFERENCES units,
    month date NOT NULL,
    state text NOT NULL,
    year smallint NOT NULL,
    items integer NOT NULL,
    unit_1 uuid NOT NULL,
    unit_2 uuid,
    unit_3 uuid,
    unit_4 uuid,
    PRIMARY KEY (plan_id, unit_id, month, state)
);
CREATE INDEX plan_counts_unit_1 ON plan_counts (unit_1, year, month);
CREATE INDEX plan_counts_unit_2 ON plan_counts (unit_2, year, month);
CREATE INDEX plan_counts_unit_3 ON plan_counts (unit_3, year, month);

-- In one order, so that two transactions never wait for each other.
CREATE FUNCTION count_plan_items() RETURNS trigger LANGUAGE plpgsql AS $$
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
    RETURN NULL;
END $$;
CREATE FUNCTION count_new_plan_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO plan_counts (plan_id, unit_id, month, state, year, items, unit_1, unit_2, unit_3, unit_4)
    SELECT plan_id, unit_id, date_trunc('month', last_day)::date, state, min(year), count(*), min(unit_1::text)::uuid,
           min(unit_2::text)::uuid, min(unit_3::text)::uuid, min(unit_4::text)::uuid
    FROM new_rows GROUP BY plan_id, unit_id, date_trunc('month', last_day)::date, state ORDER BY 1, 2, 3, 4
    ON CONFLICT (plan_id, unit_id, month, state) DO UPDATE SET items = plan_counts.items + excluded.items;
    RETURN NULL;
END $$;
CREATE TRIGGER plan_items_counted AFTER UPDATE ON plan_items
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_plan_items();
CREATE TRIGGER plan_items_counted_new AFTER INSERT ON plan_items
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_new_plan_items();

GRANT SELECT, INSERT, UPDATE ON plans, plan_items, plan_recipients, plan_counts TO hientruong_app;
GRANT SELECT, INSERT ON plan_item_versions TO hientruong_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON plan_subject_keys, plan_overlap_rulings TO hientruong_app;
