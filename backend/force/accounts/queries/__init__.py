"""All SQL of the slice, one file per concept."""
