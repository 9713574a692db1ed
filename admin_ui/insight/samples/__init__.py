"""Auditors' samples at the desk."""
