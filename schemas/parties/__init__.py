"""Words and acts of the register of parties."""
