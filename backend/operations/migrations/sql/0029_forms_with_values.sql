-- Why: violation minutes (MBB01) version 2 name the behaviour's code, the day it ended, and its values; phones that synced before
-- learn of the form. Some rows: nothing is locked.

INSERT INTO changes (officer_id, kind, ref, op)
SELECT id, 'form', 'MBB01/2', 'put' FROM officers;
