"""All SQL of the force, one file a concept."""
