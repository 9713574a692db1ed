"""The core's Piccolo tables."""
