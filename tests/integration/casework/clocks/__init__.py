"""Clocks and notices on a real database."""
