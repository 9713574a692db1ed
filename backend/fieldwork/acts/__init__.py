"""The acts of an inspection, each declared once. One file per family; index.py lists them all."""
