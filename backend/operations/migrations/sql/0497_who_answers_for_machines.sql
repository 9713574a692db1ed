-- Why: who answers for an account of a machine may leave or move. From then its key works for a term that its page says, until somebody else is named.
-- A column without a default: nobody waits. The few accounts are looked through once: the key
-- of an account whose officer is disabled opens nothing already, and gets no term.
ALTER TABLE machine_accounts ADD COLUMN owner_left_at timestamptz;   -- null: who answers serves in the unit or below
GRANT UPDATE (owner_id, owner_left_at) ON machine_accounts TO hientruong_app;
UPDATE machine_accounts m SET owner_left_at = CASE WHEN o.state = 'active' THEN now() ELSE '2000-01-01' END FROM officers o
WHERE o.id = m.owner_id AND m.state IN ('asked', 'confirmed')
    AND (o.state <> 'active' OR m.unit_id NOT IN (o.unit_1, coalesce(o.unit_2, o.unit_1), coalesce(o.unit_3, o.unit_1), coalesce(o.unit_4, o.unit_1)));
