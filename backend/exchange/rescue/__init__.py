"""Rescue files: unsent work of a phone, imported at the desk.

Their format: docs/exchange/rescue.md.
"""
