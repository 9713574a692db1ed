"""Piccolo tables of plans."""
