"""Handlers for papers that are signed in a list."""
