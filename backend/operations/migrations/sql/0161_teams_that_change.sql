-- Why: a decision that changes another may name another team. Rights on a small table only: no time at all.
GRANT UPDATE (is_leader), DELETE ON inspection_team TO hientruong_app;
