"""Registers of numbers of a unit."""
