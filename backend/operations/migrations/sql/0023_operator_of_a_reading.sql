-- Why: a file of a case taken at the machine was recorded as read by the officer who leads the case, who had read nothing. A reading is
-- an officer's or an operator's; who runs the machine is named by his account there. A column; the check is validated beside readers.

ALTER TABLE access_log ALTER COLUMN officer_id DROP NOT NULL;
ALTER TABLE access_log ADD COLUMN operator text;     -- "account, signed in as …, at host: reason"
ALTER TABLE access_log ADD CONSTRAINT access_log_one_reader CHECK ((officer_id IS NULL) <> (operator IS NULL)) NOT VALID;
ALTER TABLE access_log VALIDATE CONSTRAINT access_log_one_reader;

GRANT INSERT (operator) ON access_log TO hientruong_app;
