"""Pages of the register of parties."""
