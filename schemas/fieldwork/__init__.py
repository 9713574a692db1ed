"""Inspections, their acts, photographs, findings and visits."""
