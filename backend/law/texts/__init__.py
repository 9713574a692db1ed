"""Sentences about the law, in both languages."""
