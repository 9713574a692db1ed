"""What a phone must hold, page by page."""
