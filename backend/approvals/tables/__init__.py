"""Tables of submission for approval."""
