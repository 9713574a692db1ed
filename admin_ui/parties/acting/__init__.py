"""Acts of a party that say one thing."""
