"""What is said of cases, papers and exceptions, in both languages."""
