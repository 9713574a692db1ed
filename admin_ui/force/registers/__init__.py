"""Handlers for the registers of numbers of units."""
