"""The acts of a case, each declared once: one module a family, and an index of all."""
