"""Pages of cases: acts, documents that are issued, sanction, time limits, the public check."""
