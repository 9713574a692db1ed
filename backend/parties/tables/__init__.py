"""Piccolo tables of parties."""
