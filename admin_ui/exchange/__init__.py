"""Pages by which records leave the house and come into it: evidence exports, rescue files."""
