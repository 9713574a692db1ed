-- Why: how long decisions took is told apart by span, so that its distribution comes from sums and not from the events of a year. Everything
-- is counted anew from the beginning of the log by the next rounds of the worker: only what differs is written, seconds for 100,000 acts.
UPDATE figure_progress SET through = 0;
