"""Rescue files: unsent work of a phone, brought in at the desk. The format: docs/exchange/rescue.md."""
