"""Piccolo tables of fieldwork."""
