"""Recomputing everything from the database and the object store, without trusting either."""
