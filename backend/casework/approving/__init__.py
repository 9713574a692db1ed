"""Papers of cases in submission for approval: how they look, and how both records follow each other."""
