"""Parties from a file: uploaded, read by a worker, previewed, confirmed, brought in portions."""
