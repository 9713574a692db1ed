-- Why: what is open with one officer is listed when the work is handed over: items of plans in whose team they are, and drafts of decisions
-- that they began. Locks: writers of items wait some tenths of a second for 200,000, writers of decision papers less.
CREATE INDEX plan_items_members ON plan_items USING gin ((content -> 'member_ids')) WHERE state IN ('draft', 'planned');
CREATE INDEX decision_papers_begun ON decision_papers (drafted_by) WHERE state = 'draft';
