"""Piccolo tables of the law."""
