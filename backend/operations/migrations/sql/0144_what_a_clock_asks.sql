-- Why: a time limit of a case links to its reckoning, with every condition that lengthened it, so that the law book answers the same last
-- day. The facts of that question stand beside the clock. A column with a constant default; each case's next act fills it, and
-- `./hientruong recount` fills all.

ALTER TABLE case_clocks ADD COLUMN asked text NOT NULL DEFAULT '';
