"""After a restore: a start finds that this is not the database that was left, and an act declares it."""
