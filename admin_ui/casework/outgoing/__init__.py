"""Handlers for the register of outgoing papers."""
