"""Who looked at what: every reading of evidence by a person is itself recorded."""
