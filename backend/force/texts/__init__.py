"""What is said to and about people of the force, in both languages."""
