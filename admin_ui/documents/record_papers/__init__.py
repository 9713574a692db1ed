"""Papers of plans and of information at the desk: one set of pages for every kind of record."""
