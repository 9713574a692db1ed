-- Why: one administrator let a suspended head in again, with his roles and his old credentials. Who holds a power is reinstated
-- by two, and the end of a head's position is asked for like its beginning. One check anew on a small table.

ALTER TABLE people_asks DROP CONSTRAINT people_asks_kind_known;
ALTER TABLE people_asks ADD CONSTRAINT people_asks_kind_known
    CHECK (kind IN ('role', 'position', 'reset', 'move', 'reinstate', 'position_end'));
