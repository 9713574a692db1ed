"""SQL of the register of inspected parties."""
