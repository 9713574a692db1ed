-- Why: a party's page shows which plans name it. One index of the items that name a party of the register; some two seconds for a million
-- items, in which these are not written.
LOCK TABLE plan_items IN SHARE MODE;
CREATE INDEX plan_items_subject ON plan_items (subject_id, last_day DESC, id DESC) WHERE subject_id IS NOT NULL;
