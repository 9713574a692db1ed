"""Decisions of submission for approval: arguments in, answers out."""
