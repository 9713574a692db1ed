"""The fine and who may impose it, computed step by step from dated data."""
