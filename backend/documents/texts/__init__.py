"""Sentences about forms and papers, in both languages."""
