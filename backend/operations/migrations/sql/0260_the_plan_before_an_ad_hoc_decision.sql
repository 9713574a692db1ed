-- Why: an ad-hoc decision is preceded by its plan, or says why there was no time for one (Circular 27/2020 Art 12).
-- The plan is a paper of the same record. Two empty columns, and a wider check that all rows satisfy; nothing is rewritten.
ALTER TABLE decision_papers
    ADD COLUMN plan jsonb,
    ADD COLUMN emergency jsonb,
    DROP CONSTRAINT decision_papers_filled,
    ADD CONSTRAINT decision_papers_filled CHECK (num_nonnulls("order", change, plan) = 1) NOT VALID;
ALTER TABLE decision_papers VALIDATE CONSTRAINT decision_papers_filled;
