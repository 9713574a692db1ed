-- Why: distinct parties of a period are counted from events, for those of two halves are not the sum of both. An event that is about a
-- party is one in fourteen; the index has these alone, with the party, so a year of the whole force is read from it and not from the table.
-- While it is built, nobody but the worker that counts has to wait.
CREATE INDEX counted_events_by_party ON counted_events (place_id, happened_on) INCLUDE (cell_id, party)
    WHERE party IS NOT NULL;
