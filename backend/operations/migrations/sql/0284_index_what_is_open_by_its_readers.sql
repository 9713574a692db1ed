-- The board asks once for what an officer may read outside the own unit, of all states together. The table is new.
CREATE INDEX informations_open_readers ON informations USING gin (readers)
    WHERE state IN ('received', 'verifying', 'violation', 'no_violation', 'unverifiable', 'accepted');
