"""Piccolo tables of operations."""
