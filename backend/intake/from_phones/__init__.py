"""Takes in what officers register by phone, on site and without a signal."""
