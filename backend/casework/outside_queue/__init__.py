"""The queue for the catalogue: acts outside it that cases used, and what its keepers answered."""
