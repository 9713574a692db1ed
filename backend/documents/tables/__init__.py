"""Piccolo tables of documents."""
