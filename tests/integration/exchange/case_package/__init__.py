"""The package of a case through the front door."""
