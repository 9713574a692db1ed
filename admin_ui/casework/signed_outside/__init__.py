"""Handlers for papers that are signed outside."""
