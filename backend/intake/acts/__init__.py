"""The acts of information: one declaration each."""
