-- Why: a head's table of teams takes the median time of the rulings of the last month.
-- Building it reads rulings once: a second for a million.
CREATE INDEX rulings_at ON rulings (at);
