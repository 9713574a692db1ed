"""Submissions: made, answered, passed on, completed."""
