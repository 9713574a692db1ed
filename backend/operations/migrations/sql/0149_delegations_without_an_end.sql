-- Why a standing delegation was entered that names no last day (Law on Handling Administrative Violations Art 54.2).
-- A new column of a small table, locked for no time at all.
ALTER TABLE delegations ADD COLUMN without_end text;
