"""Time limits: counted, told apart, read from their data."""
