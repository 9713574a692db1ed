"""Keeps a plan and its submission in step."""
