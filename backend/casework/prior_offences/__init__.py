"""Earlier inspections and sanctions of a party: matched, shown with reasons, not scored."""
