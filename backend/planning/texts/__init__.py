"""Sentences of plans, in both languages."""
