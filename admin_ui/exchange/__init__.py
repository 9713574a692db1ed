"""Pages by which records leave the system and enter it: evidence exports, rescue files."""
