"""The law's time limits as dated data, and the clocks of a case that follow from them."""
