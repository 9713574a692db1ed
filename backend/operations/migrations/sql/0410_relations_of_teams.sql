-- Why: each officer of a team declares whether there is a relation to the party (Circular 27/2020/TT-BCT Art 15), and a team is refused if an
-- officer of it has the party's own identity number. Two new, empty tables: nobody waits.

CREATE TABLE officer_identities (
    officer_id uuid PRIMARY KEY REFERENCES officers,
    sealed bytea NOT NULL,                       -- the number, under the server's key; never in the clear, never in an act
    entered_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE (sealed, entered_at), DELETE ON officer_identities TO hientruong_app;

CREATE TABLE team_relations (
    act_id uuid PRIMARY KEY,
    inspection_id uuid NOT NULL REFERENCES inspections,
    officer_id uuid NOT NULL REFERENCES officers,
    relation text CONSTRAINT team_relations_known CHECK (relation IN ('self', 'spouse', 'child', 'parent', 'sibling', 'in_law')),
    reason text,
    made_at timestamptz NOT NULL,                -- maker's clock
    received_at timestamptz NOT NULL
);
CREATE INDEX team_relations_of ON team_relations (inspection_id, received_at);
GRANT SELECT, INSERT ON team_relations TO hientruong_app;
