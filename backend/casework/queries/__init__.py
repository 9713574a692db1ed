"""All SQL of casework, one file a concept."""
