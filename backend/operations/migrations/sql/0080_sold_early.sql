-- Why: perishable goods are sold before anybody decides their end, and the money stands in their place (Law Art 126.3): an exhibit may
-- be in that state. The check is made anew; exhibits are read once and not written meanwhile.

ALTER TABLE exhibits DROP CONSTRAINT exhibits_state_known;
ALTER TABLE exhibits ADD CONSTRAINT exhibits_state_known CHECK (state IN
    ('seized', 'returned', 'confiscated', 'destroyed', 'sold', 'sold_early', 'transferred'));
