"""Declarations of the acts of a party."""
