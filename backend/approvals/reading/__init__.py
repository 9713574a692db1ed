"""Submissions as their readers see them, with names."""
