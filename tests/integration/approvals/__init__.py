"""Submission for approval."""
