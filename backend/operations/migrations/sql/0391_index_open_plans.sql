-- Why: the list of plans has open ones by their limits, then those without one, then what is over. What is open is few, in any year:
-- indexes of its own walk it without what was ended. A force of 34 departments has some thousand plans: building takes less than a second.
CREATE INDEX plans_due_1 ON plans (unit_1, due_at, id)
    WHERE due_at IS NOT NULL AND state IN ('draft', 'sent_up', 'ready', 'approved', 'issued');
CREATE INDEX plans_due_2 ON plans (unit_2, due_at, id)
    WHERE unit_2 IS NOT NULL AND due_at IS NOT NULL AND state IN ('draft', 'sent_up', 'ready', 'approved', 'issued');
CREATE INDEX plans_due_3 ON plans (unit_3, due_at, id)
    WHERE unit_3 IS NOT NULL AND due_at IS NOT NULL AND state IN ('draft', 'sent_up', 'ready', 'approved', 'issued');
CREATE INDEX plans_open_1 ON plans (unit_1, year DESC, id DESC) WHERE state IN ('draft', 'sent_up', 'ready', 'approved', 'issued');
CREATE INDEX plans_open_2 ON plans (unit_2, year DESC, id DESC)
    WHERE unit_2 IS NOT NULL AND state IN ('draft', 'sent_up', 'ready', 'approved', 'issued');
CREATE INDEX plans_open_3 ON plans (unit_3, year DESC, id DESC)
    WHERE unit_3 IS NOT NULL AND state IN ('draft', 'sent_up', 'ready', 'approved', 'issued');
