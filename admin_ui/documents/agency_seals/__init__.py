"""Certificates of units, with which clerks seal papers."""
