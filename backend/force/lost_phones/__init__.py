"""Phones that are lost or stolen: service.py."""
