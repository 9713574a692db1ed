"""What is submitted of an inspection, by pure rules."""
