"""Papers of a case begun: filled from what the case, its inspection and the reckoning of its sanction say already."""
