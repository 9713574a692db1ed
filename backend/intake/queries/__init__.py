"""Queries of informations."""
