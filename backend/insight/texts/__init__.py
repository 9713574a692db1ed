"""Sentences of insight in both languages."""
