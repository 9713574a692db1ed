"""Notices: pure rules of what reaches whom."""
