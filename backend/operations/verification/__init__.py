"""Verification: recompute everything from the database and the object store, trusting neither."""
