-- Why: phones forget what a proven backup holds, and an alarm goes by its age. Only who proves a backup says so; the application, and
-- who breaks into it, could name a day that has not come. No table is read or written.
REVOKE UPDATE (backed_up_through) ON installation FROM hientruong_app;
