"""Inspection decisions as papers: drafted, previewed, signed, scanned, compared."""
