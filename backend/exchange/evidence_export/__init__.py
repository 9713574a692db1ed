"""Packages: everything of one inspection in one file, which anybody can check without our system."""
