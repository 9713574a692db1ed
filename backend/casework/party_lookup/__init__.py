"""A number is looked up over the registers of the whole force."""
