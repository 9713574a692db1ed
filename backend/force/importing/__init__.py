"""Officers from a file: uploaded, read by a worker, previewed, confirmed, registered and asked for in portions."""
