"""What is said of law, in both languages."""
