"""What an officer wants to be told where, and quiet hours."""
