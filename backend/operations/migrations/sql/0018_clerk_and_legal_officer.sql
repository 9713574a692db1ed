-- Why: two roles more, clerk (văn thư) and legal officer (pháp chế). The list of roles is made anew; not valid first, so that the
-- table is locked for a moment only, then validated beside readers and writers.
ALTER TABLE officer_roles DROP CONSTRAINT officer_roles_role_known;
ALTER TABLE officer_roles ADD CONSTRAINT officer_roles_role_known
    CHECK (role IN ('inspector', 'team_leader', 'supervisor', 'auditor', 'administrator', 'clerk', 'legal')) NOT VALID;
ALTER TABLE officer_roles VALIDATE CONSTRAINT officer_roles_role_known;
