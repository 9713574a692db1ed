"""Who opens what is sealed beside an information."""
