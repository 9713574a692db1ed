"""What reports are made of: definitions with versions, published by two people, filled, written to files."""
