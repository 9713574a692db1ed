"""Sentences of exchange in both languages."""
