-- Why: the list of plans has what is open before what is over. What is open is few, in any year: an index of its own walks it without
-- what was ended. A force of 34 departments has some thousand plans: building takes less than a second.
CREATE INDEX plans_open_1 ON plans (unit_1, year DESC, id DESC) WHERE state IN ('draft', 'sent_up', 'ready', 'approved', 'issued');
CREATE INDEX plans_open_2 ON plans (unit_2, year DESC, id DESC)
    WHERE unit_2 IS NOT NULL AND state IN ('draft', 'sent_up', 'ready', 'approved', 'issued');
CREATE INDEX plans_open_3 ON plans (unit_3, year DESC, id DESC)
    WHERE unit_3 IS NOT NULL AND state IN ('draft', 'sent_up', 'ready', 'approved', 'issued');
