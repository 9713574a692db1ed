"""Sentences of submission for approval, in both languages."""
