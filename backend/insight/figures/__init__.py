"""Figures: what is counted of records, summed by period and unit, and shown with the records behind it."""
