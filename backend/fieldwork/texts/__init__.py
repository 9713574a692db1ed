"""What is said of inspections, photographs and findings, in both languages."""
