"""The records of a sample as evidence packages: ordered, followed, taken."""
