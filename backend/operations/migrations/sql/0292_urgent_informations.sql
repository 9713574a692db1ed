-- Why: an information that cannot wait stands first on the triage board and says why. Those from before are not urgent.
-- The column is added without rewriting the table; its index holds open ones that are urgent, none yet.
ALTER TABLE informations ADD COLUMN urgent text NOT NULL DEFAULT '';
CREATE INDEX informations_urgent ON informations (received_at, id)
    WHERE urgent <> '' AND state IN ('received', 'verifying', 'violation', 'no_violation', 'unverifiable', 'accepted');
