"""Copies for the party: the second code, the print that is handed over, the full copy on /verify."""
