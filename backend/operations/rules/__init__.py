"""Pure rules of operations."""
