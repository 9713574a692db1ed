"""Handlers for the register of incoming papers."""
