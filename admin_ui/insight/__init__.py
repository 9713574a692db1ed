"""Pages that collect from many records: my work, the search."""
