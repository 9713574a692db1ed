-- What an officer began or leads is asked apart from what the unit has, so that each is answered in the order of its list.
-- The board counts its columns without reading rows: what hides a row from a head is in its index. All tables are new.
CREATE INDEX plans_drafted_by ON plans (drafted_by, year DESC, id DESC);
CREATE INDEX plans_of_unit ON plans (unit_id, year DESC, id DESC);
CREATE INDEX plan_items_led ON plan_items (leader_id, last_day, id)
    WHERE leader_id IS NOT NULL AND state IN ('planned', 'decided', 'running', 'done', 'not_done');
DROP INDEX informations_board_1, informations_board_2, informations_board_3, informations_board_4;
CREATE INDEX informations_board_1 ON informations (unit_1, state, received_at, id) INCLUDE (named_officers, auditors_only)
    WHERE state IN ('received', 'verifying', 'violation', 'no_violation', 'unverifiable', 'accepted');
CREATE INDEX informations_board_2 ON informations (unit_2, state, received_at, id) INCLUDE (named_officers, auditors_only)
    WHERE unit_2 IS NOT NULL AND state IN ('received', 'verifying', 'violation', 'no_violation', 'unverifiable', 'accepted');
CREATE INDEX informations_board_3 ON informations (unit_3, state, received_at, id) INCLUDE (named_officers, auditors_only)
    WHERE unit_3 IS NOT NULL AND state IN ('received', 'verifying', 'violation', 'no_violation', 'unverifiable', 'accepted');
CREATE INDEX informations_board_4 ON informations (unit_4, state, received_at, id) INCLUDE (named_officers, auditors_only)
    WHERE unit_4 IS NOT NULL AND state IN ('received', 'verifying', 'violation', 'no_violation', 'unverifiable', 'accepted');
