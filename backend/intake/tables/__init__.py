"""Tables of informations."""
