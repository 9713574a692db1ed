"""What follows from the acts of reports."""
