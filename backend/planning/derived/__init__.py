"""What follows from the declarations of the acts of plans."""
