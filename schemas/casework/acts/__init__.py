"""The contents of a case's acts, one file a family."""
