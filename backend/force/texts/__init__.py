"""Texts for and about people of the force, in both languages."""
