"""Sync: what a phone must hold, page by page."""
