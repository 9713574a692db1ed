"""Declarations of the acts about officers, devices and units: a file a family; see index.py."""
