"""All SQL of fieldwork, one file per concept."""
