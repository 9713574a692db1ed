"""The list of the register."""
