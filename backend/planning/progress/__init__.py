"""Items as inspections carry them out."""
