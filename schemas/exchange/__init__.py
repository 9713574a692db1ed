"""What a phone receives and holds."""
