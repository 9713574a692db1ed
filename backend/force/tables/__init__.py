"""Piccolo tables of the force."""
