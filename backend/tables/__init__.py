"""The schema as Piccolo tables: one file a concept, every column explained.

Truth is the SQL in backend/migrations/sql; a test compares the two both ways on a real database.
`default=None` on a column that may not be null means: the writer must give it.

Only queries import these (an import contract holds that). Rows of the ledger and of the
inspections' read tables are written by the ledger's own statements, never through these classes:
their grants go by column, and Piccolo names every column it knows.
"""
