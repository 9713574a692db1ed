"""Plans as pages use them, and their record handler."""
