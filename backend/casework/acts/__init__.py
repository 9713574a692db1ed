"""The acts of a case, each declared once: a module a family, and their index."""
