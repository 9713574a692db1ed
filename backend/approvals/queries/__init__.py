"""Queries of submission for approval."""
