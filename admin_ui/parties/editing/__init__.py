"""The form of a party."""
