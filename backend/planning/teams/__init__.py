"""Whom to put on the team of an item."""
