"""Whose business plans are, before one is named."""
