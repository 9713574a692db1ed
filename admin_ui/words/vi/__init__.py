"""The desk's words, one module an area."""
