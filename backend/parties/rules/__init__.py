"""Decisions about the register: pure."""
