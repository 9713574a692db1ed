"""The work diary of a unit: its page, confirmation, notes, print and table."""
