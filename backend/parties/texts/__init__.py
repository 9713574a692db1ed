"""Sentences about the register in both languages."""
