"""Scans of plans that were signed on paper."""
