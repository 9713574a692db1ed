"""Pages of submission for approval."""
