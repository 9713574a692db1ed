"""The acts of plans: one declaration each."""
