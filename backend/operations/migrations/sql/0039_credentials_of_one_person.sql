-- Why: credentials that were set through a link which one administrator made alone carry no power that is given afterwards: when
-- it is confirmed they end, and a first enrolment that a second person confirms follows (PRACTICE B5). Columns with constant
-- defaults; the one update touches officers who hold no role above inspector. Nothing is locked for long.

ALTER TABLE enrolments ADD COLUMN alone boolean NOT NULL DEFAULT false;    -- made at the desk without a second person
UPDATE enrolments SET alone = true WHERE purpose = 'first' AND ask_id IS NULL AND issued_by IS NOT NULL;
ALTER TABLE credentials ADD COLUMN alone boolean NOT NULL DEFAULT false;   -- set through such a link
UPDATE credentials c SET alone = true
WHERE EXISTS (SELECT FROM enrolments e WHERE e.officer_id = c.officer_id AND e.alone AND e.used_at IS NOT NULL)
  AND NOT EXISTS (SELECT FROM officer_roles r WHERE r.officer_id = c.officer_id AND r.role <> 'inspector');
GRANT DELETE ON credentials TO hientruong_app;
