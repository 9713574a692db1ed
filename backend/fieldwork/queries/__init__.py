"""All SQL of fieldwork, one file a concept."""
