"""Background jobs: done by worker processes, of which there may be any number."""
