"""The acts about officers, devices and units, each declared once: a file a family, all of them in index.py."""
