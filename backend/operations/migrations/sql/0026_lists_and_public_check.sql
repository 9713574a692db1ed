-- Why: what waits for somebody is ordered by the database and read page by page, the most overdue first; and the public
-- check of a paper finds its issue in the ledger, not in a row. Each index locks writes of its table while it is built: a
-- second for a million rows of `inspections`, some three for a million ledger entries.

-- Revisions to rule on, longest waiting first.
CREATE INDEX inspections_submitted_1 ON inspections (unit_1, submitted_at, id) WHERE state = 'submitted';
CREATE INDEX inspections_submitted_2 ON inspections (unit_2, submitted_at, id) WHERE state = 'submitted';
CREATE INDEX inspections_submitted_3 ON inspections (unit_3, submitted_at, id) WHERE state = 'submitted';

-- What is held of an inspection and not decided: since when.
CREATE INDEX quarantined_acts_open ON quarantined_acts (record_id, received_at) WHERE decided IS NULL;

-- Cases that wait for who leads them, and for the nation's head as for the others.
CREATE INDEX cases_lead ON cases (lead_id, state);
CREATE INDEX cases_state_1 ON cases (unit_1, state, opened_at DESC, id DESC);

-- A printed code leads to the act that issued the paper.
CREATE INDEX ledger_entries_public_code ON ledger_entries ((act::jsonb #>> '{content,code}'))
    WHERE act_type = 'document.issued';
