-- Why: who resolves a denunciation suspends that while another result is waited for, and ends it if the accused died or a court decided
-- (Law on Denunciations 25/2018/QH14 Art 34). Lists say since when one stands still; those from before do not.
-- The column is added without rewriting the table, and the new rule of states only allows more: it is checked without holding up writers.
ALTER TABLE informations ADD COLUMN suspended_on date;
ALTER TABLE informations DROP CONSTRAINT informations_state_known;
ALTER TABLE informations ADD CONSTRAINT informations_state_known CHECK (state IN ('received', 'verifying', 'violation', 'no_violation',
    'unverifiable', 'proposed', 'forwarded', 'redirected', 'no_action', 'merged', 'split', 'accepted', 'not_accepted', 'resolved', 'withdrawn',
    'discontinued')) NOT VALID;
ALTER TABLE informations VALIDATE CONSTRAINT informations_state_known;
