"""What follows from the declarations."""
