"""Texts about inspections, photographs and findings, in Vietnamese and English."""
