"""Seals what tells who informed."""
