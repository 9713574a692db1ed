"""Words of operations, in both languages."""
