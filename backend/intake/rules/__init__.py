"""Rules of intake. Pure."""
