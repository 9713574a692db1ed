"""The law's time limits as dated data, and the clocks that they start."""
