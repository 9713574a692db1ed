"""All queries of the force, one file a concept."""
