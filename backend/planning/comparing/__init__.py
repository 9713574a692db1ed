"""Subjects of items that are not written yet, compared with the plans that count."""
