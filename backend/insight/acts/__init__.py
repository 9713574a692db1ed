"""The acts of reports: one declaration each."""
