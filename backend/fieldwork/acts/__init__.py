"""The acts of an inspection, each declared once: a file a family, all of them in index.py."""
