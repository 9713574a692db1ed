"""Recovery after a restore: a start detects that the database was replaced, and an act declares it."""
