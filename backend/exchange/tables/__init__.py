"""Piccolo tables of the exchange."""
