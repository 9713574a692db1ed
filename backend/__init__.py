"""RULES AND RECORDS: slices of pure rules, queries and services. Knows nothing of HTTP."""
