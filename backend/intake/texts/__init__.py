"""Sentences of intake, in both languages."""
