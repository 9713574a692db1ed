"""Reads lists that strangers made, of any length, and says why one is not read."""
