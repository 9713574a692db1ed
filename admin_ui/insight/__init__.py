"""Pages that gather across records: my work, the search."""
