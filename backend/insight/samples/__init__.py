"""Auditors' samples: planned, drawn by a seed, looked at, closed."""
